import assert from 'node:assert/strict';
import {
  covers,
  heldLevel,
  highestRequired,
  holders,
  levelOf,
  openTasksRequiring,
  peopleOn,
  presentPeople,
  stakeholdersWhoHold,
  tasksAssignedTo,
  tasksWith,
  uncovered,
} from '../../server/src/model/coverage';
import { competency, member, modelFrom, names, person, task } from './given';

const model = modelFrom(`competency craft
competency research { within craft }
competency user-research { within research }
competency logistics

member anna { has user-research 4, research 2 }
member bob { has research 3, craft 5 }
member carla { wants research }
member gone { has user-research 5, logistics 5 until 2026-04-09 }
member soon { has user-research 5 from 2026-04-11 }
client acme { stakeholder zoe { has logistics 4, user-research 5 } }

task interviews { requires user-research 4, logistics 2 assigned gone, bob with zoe, bob }
task survey { requires research 2, user-research 5 assigned bob }
task done { requires logistics 5 assigned anna status done }
task plain { assigned carla }
task unstaffed { requires craft 1 }`);

const held = (who: string, what: string) => heldLevel(person(model, who), competency(model, what));

describe('holding', () => {
  it('a narrower competency counts as holding each broader one, not the other way round', () => {
    assert.deepEqual(
      ['user-research', 'research', 'craft', 'logistics'].map((each) => held('anna', each)),
      [4, 4, 4, 0],
    );
    assert.deepEqual(
      ['user-research', 'research', 'craft'].map((each) => held('bob', each)),
      [0, 3, 5],
    );
    assert.equal(held('carla', 'research'), 0);
  });

  it('is nothing to an absent member, before or after', () => {
    assert.deepEqual([held('gone', 'logistics'), held('soon', 'user-research')], [0, 0]);
    assert.deepEqual(names(presentPeople(model)), ['anna', 'bob', 'carla', 'zoe']);
  });

  it('lists who holds a competency so high', () => {
    const who = (what: string, level: number) => [
      names(holders(model, competency(model, what), level)),
      names(stakeholdersWhoHold(model, competency(model, what), level)),
    ];
    assert.deepEqual(who('research', 3), [['anna', 'bob'], ['zoe']]);
    assert.deepEqual(who('research', 4), [['anna'], ['zoe']]);
    assert.deepEqual(who('logistics', 1), [[], ['zoe']]);
  });
});

describe('coverage', () => {
  it('of a task is by anybody on it, each requirement by somebody', () => {
    const lacking = (what: string) => uncovered(task(model, what)).map(({ competency: { name }, level }) => `${name} ${level}`);
    assert.deepEqual(names(peopleOn(task(model, 'interviews'))), ['gone', 'bob', 'zoe']);
    assert.deepEqual(lacking('interviews'), []);
    assert.deepEqual(lacking('survey'), ['user-research 5']);
    assert.deepEqual(lacking('unstaffed'), ['craft 1']);
    assert.deepEqual(lacking('plain'), []);
  });

  it('wants the required level', () => {
    const [first, second] = task(model, 'survey').requirements;
    assert.ok(first && second);
    assert.deepEqual(
      [covers(person(model, 'bob'), first), covers(person(model, 'bob'), second), covers(person(model, 'zoe'), second)],
      [true, false, true],
    );
  });

  it('asks for the highest level that open tasks require, or the autonomous one', () => {
    const levels = (what: string) => [highestRequired(model, competency(model, what)), levelOf(model, competency(model, what))];
    assert.deepEqual(levels('user-research'), [5, 5]);
    assert.deepEqual(levels('research'), [2, 3]);
    assert.deepEqual(levels('logistics'), [2, 3]);
    assert.deepEqual(names(openTasksRequiring(model, competency(model, 'user-research'))), ['interviews', 'survey']);
    assert.deepEqual(levels('craft'), [1, 3]);
  });

  it('knows who is on what', () => {
    assert.deepEqual(names(tasksAssignedTo(model, member(model, 'anna'))), ['done']);
    assert.deepEqual(names(tasksWith(model, person(model, 'zoe'))), ['interviews']);
    assert.deepEqual(names(tasksAssignedTo(model, person(model, 'zoe'))), []);
  });
});
