import assert from 'node:assert/strict';
import { type Answer, answerOf, answersFinding, answersTo, isInTime, isUnderWay } from '../../server/src/model/answers';
import { modelFrom, names } from './given';

const project = `competency research
team studio
team design { within studio }
member anna { team design has research 2 }
member bob
member gone { has research 5 until 2026-01-01 }
link anna -> bob
client acme { need booking stakeholder zoe }
link zoe -> bob
task study { for booking assigned anna with bob }
assessment spring on 2026-04-02 { pitfall late pitfall early }
`;

function answer(intervention: string, subjects: readonly string[], rule = 'network/silo'): Answer['state'] | null {
  const model = modelFrom(`${project}intervention only { answers network/silo ${intervention} }`);
  return answerOf(model, rule, subjects)?.state ?? null;
}

describe('an intervention answers a finding', () => {
  it('of its rule, whoever it is about, where it involves nobody', () => {
    assert.equal(answer('', ['team:design']), 'answered');
    assert.equal(answer('', []), 'answered');
    assert.equal(answer('', ['team:design'], 'network/apart'), null);
  });

  it('where it involves a subject, or somebody who belongs to one', () => {
    const cases: readonly [involves: string, subject: string, answers: boolean][] = [
      ['anna', 'member:anna', true],
      ['anna', 'member:bob', false],
      ['anna', 'team:design', true],
      ['anna', 'team:studio', true],
      ['bob', 'team:design', false],
      ['design', 'team:design', true],
      ['design', 'member:anna', true],
      ['studio', 'member:anna', true],
      ['zoe', 'client:acme', true],
      ['acme', 'stakeholder:acme.zoe', true],
      ['acme', 'client:acme', true],
      ['anna', 'client:acme', false],
      ['bob', 'link:anna->bob', true],
      ['zoe', 'link:anna->bob', false],
      ['acme', 'link:zoe->bob', true],
      ['anna', 'task:study', true],
      ['bob', 'task:study', false],
      ['anna', 'competency:research', true],
      ['gone', 'competency:research', false],
      ['bob', 'competency:research', false],
      ['acme', 'need:acme.booking', false],
    ];
    for (const [involves, subject, answers] of cases) {
      assert.equal(answer(`involves ${involves}`, ['pitfall:none', subject]) !== null, answers, `${involves} – ${subject}`);
    }
  });

  it('in time until its last day; then it has lapsed; done it has not helped', () => {
    assert.equal(answer('from 2026-01-01 to 2026-04-10', []), 'answered');
    assert.equal(answer('to 2026-04-09', []), 'lapsed');
    assert.equal(answer('status active', []), 'answered');
    assert.equal(answer('status done', []), 'done');
    assert.equal(answer('to 2026-04-09 status done', []), 'done');
  });

  it('the one in time before the one that is late, that before the one that is done, then the first', () => {
    const model = modelFrom(`${project}
intervention done { answers network/silo status done }
intervention late { answers network/silo to 2026-01-01 }
intervention first { answers network/silo involves anna }
intervention second { answers network/silo }`);
    assert.equal(answerOf(model, 'network/silo', ['member:anna'])?.intervention.name, 'first');
    assert.equal(answerOf(model, 'network/silo', ['member:bob'])?.intervention.name, 'second');
  });

  it('not while whom it involves is not known', () => {
    assert.equal(answer('involves bobb', ['member:bob']), null);
  });
});

describe('an intervention answers a pitfall', () => {
  it('when it names it', () => {
    const model = modelFrom(`${project}
intervention a { answers late, network/silo }
intervention b { answers spring.late status done }
intervention c { answers late to 2026-01-01 }`);
    const [late, early] = model.pitfalls;
    const [a, b, c] = model.interventions;
    assert.ok(late && early && a && b && c);
    assert.deepEqual(names(answersTo(model, late)), ['a', 'b', 'c']);
    assert.deepEqual(names(answersTo(model, early)), []);
    assert.deepEqual([a, b, c].map(isUnderWay), [true, false, true]);
    assert.deepEqual(
      [a, b, c].map((each) => isInTime(model, each)),
      [true, false, false],
    );
    assert.equal(answersFinding(model, a, 'network/silo', []), true);
    assert.equal(answersFinding(model, b, 'network/silo', []), false);
  });
});
