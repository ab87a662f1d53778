import assert from 'node:assert/strict';
import { severityEdits } from '../server/src/config/change';
import { configFile } from '../server/src/config/config';
import { parseConfig, unconfigured } from '../server/src/config/parse';
import { dayOf } from '../server/src/model/calendar';
import { Snapshot } from '../server/src/model/snapshot';
import { rules } from '../server/src/rules/catalogue';
import { checkProject } from '../server/src/rules/check';
import type { Finding } from '../server/src/rules/rule';
import { silencing } from '../server/src/rules/silencing';
import { applyEdits } from '../server/src/text/edit';

const day = dayOf('2026-04-10') ?? 0;
const model = `client acme "Acme" {
  need faster "Booking" { priority high }
}
team web {
  lead nobody
}
`;

describe('silencing', () => {
  it('puts a comment before the property or declaration, which silences once a reason follows', () => {
    const [here] = fixes(model, 'client/need-unaddressed');
    assert.deepEqual(here?.title, {
      en: 'Silence client/need-unaddressed here, and say why',
      fr: 'Écarter client/need-unaddressed ici, en disant pourquoi',
    });
    const text = changed(model, here);
    assert.equal(text, model.replace('  need', '  // collab-ignore client/need-unaddressed: \n  need'));
    assert.ok(found(text).some(({ rule }) => rule.name === 'client/need-unaddressed'));
    const reasoned = found(text.replace('unaddressed: ', 'unaddressed: agreed for the autumn'));
    assert.ok(!reasoned.some(({ rule }) => rule.name === 'client/need-unaddressed'));
  });

  it('silences a file, once a reason follows', () => {
    const [, inFile] = fixes(model, 'client/need-unaddressed');
    const text = changed(model, inFile).replace(': \n', ': another team plans it\n');
    assert.ok(!found(text).some(({ rule }) => rule.name === 'client/need-unaddressed'));
  });

  it('turns the rule off in the configuration, and keeps what that says', () => {
    const config = '{\n  "today": "2026-04-10",\n  "rules": {\n    "network/silo": "info"\n  }\n}\n';
    const off = fixes(model, 'client/need-unaddressed', config).at(-1);
    assert.ok(off?.edits.every(({ file }) => file === configFile));
    const text = applyEdits(config, off?.edits ?? []);
    const { config: asked, problems } = parseConfig(text, rules);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [asked.today, asked.rules.get('network/silo')?.severity, asked.rules.get('client/need-unaddressed')?.severity],
      ['2026-04-10', 'info', 'off'],
    );
  });

  it('lowers the rule by one severity in the configuration, and keeps its options', () => {
    const config = '{ "rules": { "competency/key-person": { "tasks": 9 }, "client/need-unaddressed": "error" } }';
    const [, , lower] = fixes(model, 'client/need-unaddressed', config);
    assert.deepEqual(lower?.title, {
      en: 'Lower client/need-unaddressed to an info in collab.config.json',
      fr: 'Ramener client/need-unaddressed au rang d’information dans collab.config.json',
    });
    assert.equal(parseConfig(applyEdits(config, lower?.edits ?? []), rules).config.rules.get('client/need-unaddressed')?.severity, 'info');
    const withOptions = severityEdits(config, 'competency/key-person', 'hint');
    assert.deepEqual(parseConfig(applyEdits(config, withOptions), rules).config.rules.get('competency/key-person'), {
      severity: 'hint',
      options: { tasks: 9 },
    });
  });

  it('writes a configuration where there is none, and leaves one alone that is not valid', () => {
    const off = fixes(model, 'client/need-unaddressed', null).at(-1);
    assert.equal(off?.edits[0]?.text, '{\n  "rules": {\n    "client/need-unaddressed": "off"\n  }\n}\n');
    assert.equal(fixes(model, 'client/need-unaddressed', '{ "rules": ').length, 2);
  });

  it('is not offered for errors of the model', () => {
    assert.deepEqual(fixes(model, 'model/unknown-name'), []);
  });
});

function found(text: string): readonly Finding[] {
  return checkProject(Snapshot.of([['a.collab', text]]), unconfigured, day).findings;
}

function fixes(text: string, rule: string, config: string | null = '{}') {
  const snapshot = Snapshot.of([['a.collab', text]]);
  const finding = checkProject(snapshot, unconfigured, day).findings.find((each) => each.rule.name === rule);
  const file = snapshot.files.get('a.collab');
  assert.ok(finding && file);
  return silencing(finding, file, config);
}

function changed(text: string, fix: ReturnType<typeof fixes>[number] | undefined): string {
  return applyEdits(text, fix?.edits ?? []);
}
