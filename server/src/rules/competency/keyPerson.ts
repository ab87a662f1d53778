import { holders, levelOf, openTasks, stakeholdersWhoHold } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Competency, Member, Model, Person, Skill, Task } from '../../model/model';
import { bestFirst, mostOffered } from '../assigning';
import { learners, transferFix } from '../learning';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareText, subject } from '../subjects';
import { percent, percentSign } from '../wording';

interface Values {
  readonly member: string;
  readonly tasks: number;
  readonly lost: number;
}

export const keyPerson = defineRule<Values, { tasks: number; share: number }>({
  name: 'competency/key-person',
  severity: 'warning',
  options: { tasks: 5, share: 0.5 },
  summary: {
    en: 'No single member is needed for more than half of the open tasks.',
    fr: 'Aucun membre n’est indispensable à plus de la moitié des tâches ouvertes.',
  },
  why: {
    en: 'A plan most of which rests on one person is a bet on their health and on their staying, and a weight on their shoulders.',
    fr: 'Un plan qui repose pour l’essentiel sur une seule personne est un pari sur sa santé et sur sa présence, et un poids sur ses épaules.',
  },
  source:
    'Avelino, G. et al. (2016). A novel approach for estimating truck factors. 24th International Conference on Program Comprehension',
  examples: {
    bad: `competency research "Research"

member anna "Anna Morel" { has research expert }
member bob "Bob Okafor" { has research beginner }

task a { requires research 3 }
task b { requires research 3 }
task c { requires research 3 }
task d { requires research 3 }
task e { requires research 3 }
`,
    good: `competency research "Research"

member anna "Anna Morel" { has research expert }
member bob "Bob Okafor" { has research competent }

task a { requires research 3 }
task b { requires research 3 }
task c { requires research 3 }
task d { requires research 3 }
task e { requires research 3 }
`,
  },
  message: {
    en: ({ member, tasks, lost }) =>
      `without ${member} nobody could cover ${lost} of the ${tasks} open tasks that can be covered today (${percent('en', lost / tasks)}${percentSign.en})`,
    fr: ({ member, tasks, lost }) =>
      `sans ${member}, personne ne pourrait couvrir ${lost} des ${tasks} tâches ouvertes qui peuvent l’être aujourd’hui (${percent('fr', lost / tasks)}${percentSign.fr})`,
  },
  check(model, report, { tasks: fewest, share }) {
    const { tasks, lost } = dependence(model);
    if (tasks < fewest) return;
    for (const member of model.members) {
      const count = lost.get(member)?.length ?? 0;
      if (count <= share * tasks) continue;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: { tasks, lost: count },
        values: { member: member.label, tasks, lost: count },
      });
    }
  },
  fixes(found, model, language) {
    const holder = subject(model, found, 'member');
    if (!holder) return [];
    const offered = neededOf(model, holder).flatMap((competency) => {
      const [learner] = learners(model, competency, levelOf(model, competency), holder);
      return learner ? [transferFix(model, { rule: 'competency/key-person', competency, holder, learner, near: holder }, language)] : [];
    });
    return bestFirst(offered.slice(0, mostOffered));
  },
});

interface Dependence {
  /** How many open tasks require something and could be covered today. */
  readonly tasks: number;
  /** Those that could not be covered without a member. */
  readonly lost: ReadonlyMap<Person, readonly Task[]>;
}

const dependence = memo((model: Model): Dependence => {
  const lost = new Map<Person, Task[]>();
  let tasks = 0;
  for (const task of openTasks(model)) {
    if (task.requirements.length === 0 || task.unresolved.has('requires')) continue;
    const sole = task.requirements.map((requirement) => soleHolder(model, requirement));
    if (sole.includes('nobody')) continue;
    tasks++;
    for (const person of new Set(sole)) {
      if (person === 'nobody' || person === 'several') continue;
      const theirs = lost.get(person);
      if (theirs) theirs.push(task);
      else lost.set(person, [task]);
    }
  }
  return { tasks, lost };
});

/** Who alone holds what `requirement` asks, stakeholders included. */
function soleHolder(model: Model, requirement: Skill): Person | 'nobody' | 'several' {
  const known = soleHolders(model);
  const byLevel = known.get(requirement.competency) ?? new Map<number, Person | 'nobody' | 'several'>();
  known.set(requirement.competency, byLevel);
  const before = byLevel.get(requirement.level);
  if (before) return before;
  const { competency, level } = requirement;
  const [first, second]: readonly Person[] = [...holders(model, competency, level), ...stakeholdersWhoHold(model, competency, level)];
  const found = first === undefined ? 'nobody' : second === undefined ? first : 'several';
  byLevel.set(requirement.level, found);
  return found;
}

const soleHolders = memo((_: Model) => new Map<Competency, Map<number, Person | 'nobody' | 'several'>>());

/** The competencies for which tasks depend on `holder`: those first that most depend on. */
function neededOf(model: Model, holder: Member): readonly Competency[] {
  const counts = new Map<Competency, number>();
  for (const { requirements } of dependence(model).lost.get(holder) ?? []) {
    for (const requirement of requirements) {
      if (soleHolder(model, requirement) === holder) counts.set(requirement.competency, (counts.get(requirement.competency) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, most], [b, more]) => more - most || compareText(a.name, b.name)).map(([competency]) => competency);
}
