import { heldLevel, openTasksRequiring, presentMembers, tasksWith } from '../../model/coverage';
import { grouped } from '../../model/grouped';
import { memo } from '../../model/memo';
import type { Competency, Member, Model, Person, Task } from '../../model/model';
import { bringIn } from '../../planning/assign';
import { bestFirst, mostOffered } from '../assigning';
import { atName } from '../place';
import { defineSubjectRule } from '../rule';
import { compareText, subject } from '../subjects';
import { inClauses, listQuoted, quoted } from '../wording';

interface Values {
  readonly member: string;
  readonly lessons: readonly { readonly competency: string; readonly trainer: string; readonly tasks: readonly string[] }[];
}

export const aspiration = defineSubjectRule<Member, Values>({
  name: 'competency/aspiration',
  severity: 'hint',
  options: {},
  summary: {
    en: 'Whoever wants to learn something learns it on a task where somebody can show how.',
    fr: 'Qui souhaite apprendre le fait sur une tâche où quelqu’un peut montrer comment.',
  },
  why: {
    en: 'Here is a wish, a task that requires just this, and somebody on it who could show how. It rarely costs more than a chair at the table.',
    fr: 'Voici un souhait, une tâche qui exige justement cela, et quelqu’un sur place pour montrer comment. Il n’en coûte souvent qu’une chaise de plus autour de la table.',
  },
  source: 'Lave, J. & Wenger, E. (1991). Situated Learning: Legitimate Peripheral Participation. Cambridge University Press',
  examples: {
    bad: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { wants user-research }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned anna
}
`,
    good: `competency user-research "User research"

member anna "Anna Morel" { has user-research expert }
member bob "Bob Okafor" { wants user-research }

task interviews "Interview twelve customers" {
  requires user-research proficient
  assigned anna
  with bob
}
`,
  },
  message: {
    en: ({ member, lessons }) =>
      `${member} could learn ${inClauses(
        'en',
        lessons.map(({ competency, trainer, tasks }) => `${competency} from ${trainer} on ${listQuoted('en', tasks, 3)}`),
        3,
      )}`,
    fr: ({ member, lessons }) =>
      `${member} pourrait apprendre ${inClauses(
        'fr',
        lessons.map(({ competency, trainer, tasks }) => `${competency} avec ${trainer} sur ${listQuoted('fr', tasks, 3)}`),
        3,
      )}`,
  },
  subjects: presentMembers,
  judge(model, report) {
    return (member) => {
      const wishes = wishesOf(model, member);
      if (wishes.length === 0) return;
      report({
        at: atName(member),
        subjects: [member.id],
        evidence: {
          competencies: wishes.map(({ competency, task, trainer }) => ({
            competency: competency.name,
            task: task.id,
            trainer: trainer.id,
          })),
        },
        values: {
          member: member.label,
          lessons: lessonsIn(wishes).map(({ competency, trainer, tasks }) => ({
            competency: competency.label,
            trainer: trainer.label,
            tasks: tasks.map(({ label }) => label),
          })),
        },
      });
    };
  },
  fixes(found, model) {
    const member = subject(model, found, 'member');
    if (!member) return [];
    return bestFirst(
      wishesOf(model, member)
        .slice(0, mostOffered)
        .map(({ competency, task, trainer }) => {
          const edits = bringIn(model, task, member);
          const title = {
            en: `Let ${member.label} join ${quoted('en', task.label)} to learn ${competency.label} from ${trainer.label}`,
            fr: `Faire participer ${member.label} à ${quoted('fr', task.label)} pour apprendre ${competency.label} avec ${trainer.label}`,
          };
          return edits && { title, preferred: false, edits };
        }),
    );
  },
});

interface Wish {
  readonly competency: Competency;
  readonly task: Task;
  readonly trainer: Person;
}

interface Lesson {
  readonly competency: Competency;
  readonly trainer: Person;
  readonly tasks: readonly Task[];
}

/** What one person could teach of one competency, in the order of its first task. */
function lessonsIn(wishes: readonly Wish[]): readonly Lesson[] {
  const taughtBy = grouped(wishes, ({ competency, trainer }) => [`${competency.id} ${trainer.id}`]);
  return [...taughtBy.values()].flatMap((same) =>
    same.slice(0, 1).map(({ competency, trainer }) => ({ competency, trainer, tasks: same.map(({ task }) => task) })),
  );
}

/** By competency, then by task. */
function wishesOf(model: Model, member: Member): readonly Wish[] {
  const theirs = new Set(tasksWith(model, member));
  return member.wants
    .toSorted((a, b) => compareText(a.competency.name, b.competency.name))
    .flatMap(({ competency }) => taught(model)(competency).filter(({ task }) => !theirs.has(task)));
}

/** The open tasks on which a competency could be learnt from an assignee, by name. */
const taught = memo((model: Model) =>
  memo((competency: Competency): readonly Wish[] =>
    openTasksRequiring(model, competency)
      .flatMap((task) => {
        if (task.unresolved.has('assigned') || task.unresolved.has('with')) return [];
        const trainer = trainerOn(model, task, competency);
        return trainer ? [{ competency, task, trainer }] : [];
      })
      .sort((a, b) => compareText(a.task.name, b.task.name)),
  ),
);

/** The first by name of the assignees who can train others in `competency`. */
function trainerOn({ scale }: Model, { assignees }: Task, competency: Competency): Person | undefined {
  const able = assignees.map(({ person }) => person).filter((person) => heldLevel(person, competency) >= scale.trains);
  return able.sort((a, b) => compareText(a.name, b.name))[0];
}
