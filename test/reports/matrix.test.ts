import assert from 'node:assert/strict';
import { reportOf } from '../../server/src/reports/catalogue';
import { matrixOf } from '../../server/src/reports/matrix/levels';
import { modelFrom } from '../model/given';
import { inputOf } from './project';

/** All figures here are worked out by hand. */
describe('the report on who can do what', () => {
  it('is, of a small model, what the contract of the command line shows', () => {
    const text =
      json(`scale dreyfus { levels novice, beginner, competent "Works alone", proficient, expert autonomous at competent trains at proficient }
competency user-research { critical holders 2 at proficient }
competency facilitation
member anna { has user-research expert, facilitation competent }
member bob { has facilitation 4 wants user-research }
task interviews { requires user-research 4, facilitation 2 assigned anna }`);
    assert.deepEqual(JSON.parse(text), {
      version: 1,
      scale: {
        name: 'dreyfus',
        levels: [
          { level: 1, name: 'novice', title: null },
          { level: 2, name: 'beginner', title: null },
          { level: 3, name: 'competent', title: 'Works alone' },
          { level: 4, name: 'proficient', title: null },
          { level: 5, name: 'expert', title: null },
        ],
        autonomous: 3,
        trains: 4,
      },
      competencies: [
        {
          name: 'competency:facilitation',
          level: 3,
          holders: ['member:anna', 'member:bob'],
          target: null,
          highestRequired: 2,
          status: 'covered',
        },
        { name: 'competency:user-research', level: 4, holders: ['member:anna'], target: 2, highestRequired: 4, status: 'single' },
      ],
      members: [
        { name: 'member:anna', levels: { 'user-research': 5, facilitation: 3 } },
        { name: 'member:bob', levels: { facilitation: 4 } },
      ],
    });
  });

  it('has its keys in the order of the contract, and levels in that of the text', () => {
    const data = JSON.parse(json('competency b\ncompetency a\nmember m { has b 2, a 1 }'));
    assert.deepEqual(Object.keys(data), ['version', 'scale', 'competencies', 'members']);
    assert.deepEqual(Object.keys(data.scale), ['name', 'levels', 'autonomous', 'trains']);
    assert.deepEqual(Object.keys(data.competencies[0]), ['name', 'level', 'holders', 'target', 'highestRequired', 'status']);
    assert.deepEqual(Object.keys(data.members[0]), ['name', 'levels']);
    assert.deepEqual(Object.keys(data.members[0].levels), ['b', 'a']);
    assert.deepEqual(
      data.competencies.map(({ name }: { readonly name: string }) => name),
      ['competency:a', 'competency:b'],
    );
  });

  it('counts as a holder who holds something narrower, and shows levels as they are declared', () => {
    const { competencies, members } = matrixOf(
      modelFrom('competency research\ncompetency interviews { within research }\nmember anna { has interviews 4 }'),
    );
    assert.deepEqual(
      competencies.map(({ name, holders }) => [name, holders]),
      [
        ['competency:interviews', ['member:anna']],
        ['competency:research', ['member:anna']],
      ],
    );
    assert.deepEqual(members, [{ name: 'member:anna', levels: { interviews: 4 } }]);
  });

  it('leaves out who is absent, stakeholders, and what done tasks require', () => {
    const { competencies, members } = matrixOf(
      modelFrom(`competency design
member gone { has design 5 until 2026-01-01 }
member anna
client acme { stakeholder zoe { has design 5 } }
task old { requires design 5 status done }`),
    );
    assert.deepEqual(competencies, [
      { name: 'competency:design', level: 3, holders: [], target: null, highestRequired: null, status: 'none' },
    ]);
    assert.deepEqual(members, [{ name: 'member:anna', levels: {} }]);
  });

  it('takes the higher of two levels, and leaves out one that does not exist', () => {
    const { members } = matrixOf(
      modelFrom('competency a\ncompetency b\nmember anna { has a 2, a 4, a 1, b 9 }\nmember bob { has nothing 3 }'),
    );
    assert.deepEqual(members, [
      { name: 'member:anna', levels: { a: 4 } },
      { name: 'member:bob', levels: {} },
    ]);
  });

  it('has no name for the scale that counts where the project declares none', () => {
    const { scale, competencies, members } = JSON.parse(json(''));
    assert.deepEqual([scale.name, scale.levels.length, scale.autonomous, scale.trains], [null, 5, 3, 4]);
    assert.deepEqual([competencies, members], [[], []]);
  });
});

function json(text: string): string {
  return reportOf('matrix', inputOf(text), { format: 'json', language: 'en' });
}
