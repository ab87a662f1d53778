import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/catalogue';
import { isMeant, silencersOf } from '../../server/src/rules/silencers';
import { testCases } from '../harness/cases';
import { snapshotOf } from './given';

describe('silencers', () => {
  testCases('silencers');

  const read = (text: string) => {
    const file = snapshotOf(text).files.get('model.collab');
    assert.ok(file);
    return silencersOf(file).map(({ at, rules: named, reason, scopes }) => ({
      at: text.slice(at.start, at.end),
      rules: named.map(({ name, start, end }) => `${name} ${text.slice(start, end) === name}`),
      reason,
      scopes: scopes.map(({ start, end }) => text.slice(start, end)),
    }));
  };

  it('name rules, and say why', () => {
    assert.deepEqual(read('// collab-ignore network/silo,network/apart ,  plan/lapsed : because: so\nteam web'), [
      {
        at: '// collab-ignore network/silo,network/apart ,  plan/lapsed : because: so',
        rules: ['network/silo true', 'network/apart true', 'plan/lapsed true'],
        reason: 'because: so',
        scopes: ['// collab-ignore network/silo,network/apart ,  plan/lapsed : because: so', 'team web'],
      },
    ]);
  });

  it('may lack all of it', () => {
    assert.deepEqual(read('//collab-ignore'), [{ at: '//collab-ignore', rules: [], reason: null, scopes: ['//collab-ignore'] }]);
    assert.deepEqual(
      read('// collab-ignore-file network/silo:  ').map(({ rules: named, reason, scopes }) => [named, reason, scopes]),
      [[['network/silo true'], null, ['// collab-ignore-file network/silo:  ']]],
    );
  });

  it('are no other comments', () => {
    for (const text of [
      '// collab-ignored network/silo: x',
      '// see collab-ignore network/silo: x',
      '/* collab-ignore network/silo: x */',
      '// Collab-ignore network/silo: x',
    ]) {
      assert.deepEqual(read(text), [], text);
    }
  });

  it('reach what follows them in their block, over blank lines and between values too', () => {
    const scopes = (text: string) => read(text)[0]?.scopes[1];
    assert.equal(scopes('// collab-ignore a/b: c\n\n\nmember anna { role "x" }'), 'member anna { role "x" }');
    assert.equal(scopes('member anna { // collab-ignore a/b: c\n role "x" team web }'), 'role "x"');
    assert.equal(scopes('client acme {\n// collab-ignore a/b: c\nstakeholder zoe { role "x" } }'), 'stakeholder zoe { role "x" }');
    assert.equal(scopes('task t { assigned anna, // collab-ignore a/b: c\n bob due 2026-04-10 }'), 'due 2026-04-10');
    assert.equal(scopes('member anna { role "x" // collab-ignore a/b: c\n } member bob'), undefined);
    assert.equal(scopes('link a -> b // collab-ignore a/b: c\nlink b -> c'), 'link b -> c');
  });

  it('cannot silence errors of the group model, nor what is said of themselves', () => {
    const at = { file: 'model.collab', span: { start: 0, end: 1 } };
    const loud = rules.filter(
      ({ name }) => !isMeant({ at: at.span, rules: [{ name, start: 0, end: 0 }], reason: 'why', scopes: [at.span] }, name, at),
    );
    const expected = rules.filter(
      ({ name, severity }) => (name.startsWith('model/') && severity === 'error') || name === 'model/unused-ignore',
    );
    assert.deepEqual(loud.map(({ name }) => name).sort(), expected.map(({ name }) => name).sort());
  });
});
