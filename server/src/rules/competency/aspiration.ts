import { heldLevel, openTasksRequiring, presentMembers, tasksWith } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Competency, Member, Model, Person, Task } from '../../model/model';
import { bringIn } from '../../planning/assign';
import { bestFirst, mostOffered } from '../assigning';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareText, subject } from '../subjects';
import { listed, quoted } from '../wording';

interface Values {
  readonly member: string;
  readonly wishes: readonly { readonly competency: string; readonly task: string; readonly trainer: string }[];
}

export const aspiration = defineRule<Values>({
  name: 'competency/aspiration',
  severity: 'hint',
  options: {},
  summary: {
    en: 'Who wants to learn something learns it where somebody who can train does it.',
    fr: 'Qui veut apprendre apprend là où quelqu’un qui peut former est à l’œuvre.',
  },
  why: {
    en: 'Here is a wish, a task that asks for just this, and somebody on it who could show how. It rarely costs more than a chair at the table.',
    fr: 'Voici un souhait, une tâche qui demande justement cela, et quelqu’un qui pourrait montrer comment. Il en coûte rarement plus qu’une chaise à la table.',
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
    en: ({ member, wishes }) =>
      `${member} could learn ${listed(
        'en',
        wishes.map(({ competency, task, trainer }) => `${competency} from ${trainer} on ${quoted('en', task)}`),
        3,
      )}`,
    fr: ({ member, wishes }) =>
      `${member} pourrait apprendre ${listed(
        'fr',
        wishes.map(({ competency, task, trainer }) => `${competency} avec ${trainer} sur ${quoted('fr', task)}`),
        3,
      )}`,
  },
  check(model, report) {
    for (const member of presentMembers(model)) {
      const wishes = wishesOf(model, member);
      if (wishes.length === 0) continue;
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
          wishes: wishes.map(({ competency, task, trainer }) => ({
            competency: competency.label,
            task: task.label,
            trainer: trainer.label,
          })),
        },
      });
    }
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

/** By competency, then by task. */
function wishesOf(model: Model, member: Member): readonly Wish[] {
  const wishes: Wish[] = [];
  const theirs = tasksWith(model, member);
  for (const { competency } of member.wants) {
    for (const wish of taught(model)(competency)) {
      if (!theirs.includes(wish.task)) wishes.push(wish);
    }
  }
  return wishes.sort((a, b) => compareText(a.competency.name, b.competency.name) || compareText(a.task.name, b.task.name));
}

/** The open tasks on which a competency could be learnt from an assignee. */
const taught = memo((model: Model) =>
  memo((competency: Competency): readonly Wish[] =>
    openTasksRequiring(model, competency).flatMap((task) => {
      if (task.unresolved.has('assigned') || task.unresolved.has('with')) return [];
      const trainer = trainerOn(model, task, competency);
      return trainer ? [{ competency, task, trainer }] : [];
    }),
  ),
);

/** The first by name of the assignees who can train others in `competency`. */
function trainerOn({ scale }: Model, { assignees }: Task, competency: Competency): Person | undefined {
  const able = assignees.map(({ person }) => person).filter((person) => heldLevel(person, competency) >= scale.trains);
  return able.sort((a, b) => compareText(a.name, b.name))[0];
}
