import { covers, heldLevel, openTasks, openTasksRequiring, tasksWith, uncovered } from '../../model/coverage';
import { memo } from '../../model/memo';
import type { Competency, Model, Skill, Stakeholder, Task } from '../../model/model';
import { clientsOf } from '../../planning/candidates';
import type { Language } from '../../text/localised';
import { bestFirst, bringInFix, mostOffered } from '../assigning';
import { isHalfTyped } from '../halfTyped';
import { atName } from '../place';
import { defineRule, type Spoken } from '../rule';
import { compareNames, subject } from '../subjects';
import { inClauses, levelName, listQuoted } from '../wording';

interface Values {
  readonly stakeholder: string;
  readonly client: string;
  readonly competencies: readonly {
    readonly competency: string;
    readonly level: string;
    /** On which nobody covers it; none, where one member alone holds it. */
    readonly lacking: readonly string[];
  }[];
  /** Ids of the tasks that they could be brought in on. */
  readonly tasks: readonly string[];
}

/** How many titles and competencies a message names. */
const mostNamed = 3;

export const potentialUntapped = defineRule<Values>({
  name: 'client/potential-untapped',
  severity: 'hint',
  options: {},
  summary: {
    en: 'Where a stakeholder can bring what the team lacks, they are called on.',
    fr: 'Quand une partie prenante peut apporter ce qui manque à l’équipe, on fait appel à elle.',
  },
  why: {
    en: 'The client is not only whom the work is for. Here one of its people holds what the team is short of, and would see the work from within.',
    fr: 'Le client n’est pas seulement celui pour qui l’on travaille. Ici, l’un des siens maîtrise ce dont l’équipe manque, et verrait le travail de l’intérieur.',
  },
  source:
    'Prahalad, C. & Ramaswamy, V. (2004). The Future of Competition: Co-Creating Unique Value with Customers. Harvard Business School Press',
  examples: {
    bad: `competency logistics "Logistics"

member anna "Anna Morel"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" { has logistics expert }
}

task depots "Map the depots" {
  for acme
  requires logistics proficient
  assigned anna
}
`,
    good: `competency logistics "Logistics"

member anna "Anna Morel"

client acme "Acme Transports" {
  stakeholder zoe "Zoé Petit" { has logistics expert }
}

task depots "Map the depots" {
  for acme
  requires logistics proficient
  assigned anna
  with zoe
}
`,
  },
  message: {
    en: ({ stakeholder, client, competencies }) => `${stakeholder} (${client}) could bring in ${inOneLine('en', competencies)}`,
    fr: ({ stakeholder, client, competencies }) => `${stakeholder} (${client}) pourrait apporter ${inOneLine('fr', competencies)}`,
  },
  check(model, report, _, spoken) {
    const single = heldByOne(spoken);
    for (const stakeholder of model.stakeholders) {
      const potentials = stakeholder.unresolved.has('has') ? [] : potentialsOf(model, stakeholder, single);
      if (potentials.length === 0) continue;
      const { client } = stakeholder;
      report({
        at: atName(stakeholder),
        subjects: [stakeholder.id, client.id],
        evidence: {
          competencies: potentials.map(({ competency, tasks }) => ({
            competency: competency.name,
            held: heldLevel(stakeholder, competency),
            tasks: tasks.map(({ id }) => id),
          })),
        },
        values: {
          stakeholder: stakeholder.label,
          client: client.label,
          competencies: potentials.map(({ competency, lacking }) => ({
            competency: competency.label,
            level: levelName(model.scale, heldLevel(stakeholder, competency)),
            lacking: lacking.map(({ label }) => label),
          })),
          tasks: [...new Set(potentials.flatMap(({ tasks }) => tasks.map(({ id }) => id)))],
        },
      });
    }
  },
  fixes(found, model) {
    const stakeholder = subject(model, found, 'stakeholder');
    if (!stakeholder) return [];
    const ids = new Set(found.values.tasks);
    const covered = (task: Task) => uncovered(task).filter((requirement) => covers(stakeholder, requirement)).length;
    const tasks = model.tasks.filter(({ id }) => ids.has(id)).sort((a, b) => covered(b) - covered(a) || compareNames(a, b));
    return bestFirst(tasks.slice(0, mostOffered).map((task) => bringInFix(model, task, stakeholder)));
  },
});

interface Potential {
  readonly competency: Competency;
  /** The tasks that it would be of use on, by name. */
  readonly tasks: readonly Task[];
  /** Those on which nobody covers it. */
  readonly lacking: readonly Task[];
}

/** The level at which one member alone holds a competency, by its id. */
type HeldByOne = ReadonlyMap<string, number>;

function heldByOne(spoken: Spoken): HeldByOne {
  return new Map(spoken('competency/single-holder').map(({ subjects: [id = ''], evidence }) => [id, Number(evidence.level)]));
}

/** By the name of the competency. */
function potentialsOf(model: Model, stakeholder: Stakeholder, single: HeldByOne): readonly Potential[] {
  const potentials = [...stakeholder.levels].flatMap(([competency, held]): readonly Potential[] => {
    const lacking = (lacks(model).get(competency) ?? [])
      .filter(({ requirement }) => covers(stakeholder, requirement))
      .map(({ task }) => task)
      .sort(compareNames);
    const level = single.get(competency.id);
    const isRelief = level !== undefined && held >= level && !isCalledOn(model, stakeholder, competency);
    if (!isRelief) return lacking.length === 0 ? [] : [{ competency, tasks: lacking, lacking }];
    return [{ competency, tasks: openTasksRequiring(model, competency).toSorted(compareNames), lacking }];
  });
  return potentials.sort((a, b) => compareNames(a.competency, b.competency));
}

/** Is `stakeholder` on an open task that requires `competency`? */
function isCalledOn(model: Model, stakeholder: Stakeholder, competency: Competency): boolean {
  return tasksWith(model, stakeholder).some(
    ({ open, requirements }) => open && requirements.some((requirement) => requirement.competency === competency),
  );
}

interface Lack {
  readonly task: Task;
  readonly requirement: Skill;
}

/** What open tasks for a client require and nobody on them covers, by competency. */
const lacks = memo((model: Model): ReadonlyMap<Competency, readonly Lack[]> => {
  const found = new Map<Competency, Lack[]>();
  for (const task of openTasks(model)) {
    if (clientsOf(task).length === 0 || ['assigned', 'with', 'requires'].some((word) => task.unresolved.has(word))) continue;
    for (const requirement of uncovered(task)) {
      const { competency } = requirement;
      if (isHalfTyped(model, competency)) continue;
      const known = found.get(competency);
      if (known) known.push({ task, requirement });
      else found.set(competency, [{ task, requirement }]);
    }
  }
  return found;
});

function inOneLine(language: Language, competencies: Values['competencies']): string {
  const parts = competencies.map(({ competency, level, lacking }) => {
    const { missing, single } = words[language];
    return `${competency} (${level})${lacking.length > 0 ? missing(listQuoted(language, lacking, mostNamed)) : single}`;
  });
  return inClauses(language, parts, mostNamed);
}

const words = {
  en: {
    missing: (tasks: string) => `, which nobody covers on ${tasks}`,
    single: ', which one member alone holds',
  },
  fr: {
    missing: (tasks: string) => `, que personne ne couvre sur ${tasks}`,
    single: ', qu’un seul membre maîtrise',
  },
} as const;
