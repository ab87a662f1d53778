import { type Day, dateOf, mondayOf } from '../model/calendar';
import { frequencies, grades, type Kind, linkKinds } from '../syntax/vocabulary';
import type { Language } from '../text/localised';
import type { Reader } from './reader';

/**
 * A whole declaration of `kind` to be filled in, in the syntax of LSP’s snippets: stops, each with what it says until then, choices, and where one
 * ends. What the stops say is in the reader's language, its dates are near `today`; as it stands it is a declaration without a mistake, but for
 * the names that it refers to.
 */
export function template(kind: Kind, { language, today }: Reader): string {
  const monday = mondayOf(today) + 7;
  const date = (weeks: number, weekday = 0): string => dateOf(monday + 7 * weeks + weekday);
  return lines(kind, stops[language], { today, date }).join('\n');
}

type Stops = (typeof stops)[Language];

interface Dates {
  readonly today: Day;
  /** So many weeks after next Monday; 0 for Monday … 4 for Friday. */
  date(weeks: number, weekday?: number): string;
}

function lines(kind: Kind, say: Stops, { today, date }: Dates): readonly string[] {
  const names: Readonly<Partial<Record<Kind, string>>> = say.names;
  const name = (at: number, of: Kind): string => stop(at, names[of] ?? say.name);
  const title = (at: number, of: Kind): string => quoted(at, say.titles[of]);
  const grade = (at: number): string => choice(at, grades.toReversed());
  const head = `${kind} ${name(1, kind)} ${title(2, kind)}`;
  switch (kind) {
    case 'organization':
      return [`${head} {`, `\thistory ${quoted(3, say.history)}`, `\tneed ${name(4, 'need')} ${title(5, 'need')}$0`, '}'];
    case 'period':
      return [`${head} ${stop(3, date(0))} to ${stop(4, date(12, friday))}`];
    case 'scale': {
      const [low, middle, high] = say.levels;
      const levels = `\tlevels ${stop(3, low)}, ${stop(4, middle)}, ${stop(5, high)}`;
      return [`${head} {`, levels, `\tautonomous at ${stop(4, middle)}`, `\ttrains at ${stop(5, high)}`, '}'];
    }
    case 'competency':
    case 'team':
    case 'resource':
    case 'strength':
      return [`${head}$0`];
    case 'member':
      return [`${head} {`, `\trole ${quoted(3, say.role)}`, `\tcapacity ${stop(4, '100%')}`, '\t$0', '}'];
    case 'link':
      return [`link ${stop(1, say.from)} ${choice(2, arrows)} ${stop(3, say.to)} ${choice(4, bothWays)} ${choice(5, frequencies)}$0`];
    case 'client': {
      const need = `\tneed ${name(3, 'need')} ${title(4, 'need')} { priority ${grade(5)} }`;
      const stakeholder = `\tstakeholder ${name(6, 'stakeholder')} ${title(7, 'stakeholder')} {`;
      return [`${head} {`, need, stakeholder, `\t\trole ${quoted(8, say.role)}`, '\t}$0', '}'];
    }
    case 'task':
      return [`${head} {`, `\teffort ${stop(3, '5d')}`, `\tfrom ${stop(4, date(0))} due ${stop(5, date(1, friday))}`, '\t$0', '}'];
    case 'assessment': {
      const strength = `\tstrength ${name(4, 'strength')} ${title(5, 'strength')}`;
      const pitfall = `\tpitfall ${name(6, 'pitfall')} ${title(7, 'pitfall')} severity ${grade(8)}$0`;
      return [`${head} on ${stop(3, dateOf(today))} {`, strength, pitfall, '}'];
    }
    case 'technique':
      return [`${head} {`, `\tanswers ${stop(3, 'network/silo')}`, `\tsource ${quoted(4, say.source)}$0`, '}'];
    case 'intervention': {
      const days = `\tfrom ${stop(5, date(0))} to ${stop(6, date(8, friday))}`;
      const answers = `\tanswers ${stop(4, 'competency/single-holder')}`;
      return [`${head} {`, `\ttechnique ${stop(3, 'pairing')}`, answers, days, `\tmeasure ${quoted(7, say.measure)}$0`, '}'];
    }
    case 'need':
      return [`${head} { priority ${grade(3)} }$0`];
    case 'stakeholder':
      return [`${head} {`, `\trole ${quoted(3, say.role)}`, `\tinfluence ${grade(4)} interest ${grade(5)}$0`, '}'];
    case 'pitfall':
      return [`${head} severity ${grade(3)}$0`];
  }
}

const friday = 4;
const arrows = ['<->', '->'];
/** The kinds of link that go both ways as well. */
const bothWays = linkKinds.filter((word) => word !== 'reports');

function stop(at: number, text: string): string {
  return `\${${at}:${text}}`;
}

function quoted(at: number, text: string): string {
  return `"${stop(at, text)}"`;
}

function choice(at: number, words: readonly string[]): string {
  return `\${${at}|${words.join(',')}|}`;
}

const stops = {
  en: {
    name: 'name',
    names: {
      period: 'season',
      scale: 'our-levels',
      need: 'need',
      stakeholder: 'person',
      strength: 'strength',
      pitfall: 'pitfall',
    },
    titles: {
      organization: 'Name of the organization',
      period: 'Season and year',
      scale: 'Our levels',
      competency: 'What people can do',
      team: 'Name of the team',
      member: 'First and last name',
      link: '',
      client: 'Name of the client',
      task: 'What is to be done',
      assessment: 'What was observed',
      technique: 'Name of the technique',
      intervention: 'What is planned',
      need: 'What is needed',
      resource: 'What can be brought in',
      stakeholder: 'First and last name',
      strength: 'What goes well',
      pitfall: 'What stands in the way',
    },
    levels: ['novice', 'able', 'expert'],
    from: 'one',
    to: 'another',
    role: 'Job title',
    history: 'Where it comes from.',
    source: 'Publication',
    measure: 'How one will know that it worked.',
  },
  fr: {
    name: 'nom',
    names: {
      period: 'saison',
      scale: 'nos-niveaux',
      need: 'besoin',
      stakeholder: 'personne',
      strength: 'point-fort',
      pitfall: 'écueil',
    },
    titles: {
      organization: 'Nom de l’organisation',
      period: 'Saison et année',
      scale: 'Nos niveaux',
      competency: 'Ce que l’on sait faire',
      team: 'Nom de l’équipe',
      member: 'Prénom et nom',
      link: '',
      client: 'Nom du client',
      task: 'Ce qu’il y a à faire',
      assessment: 'Ce qui a été observé',
      technique: 'Nom de la technique',
      intervention: 'Ce qui est prévu',
      need: 'Ce dont on a besoin',
      resource: 'Ce qui peut être apporté',
      stakeholder: 'Prénom et nom',
      strength: 'Ce qui va bien',
      pitfall: 'Ce qui fait obstacle',
    },
    levels: ['débutant', 'autonome', 'expert'],
    from: 'l-un',
    to: 'l-autre',
    role: 'Fonction',
    history: 'D’où l’on vient.',
    source: 'Publication',
    measure: 'Ce qui montrera que cela a marché.',
  },
} as const satisfies Readonly<Record<Language, StopTexts>>;

interface StopTexts {
  readonly name: string;
  readonly names: Readonly<Partial<Record<Kind, string>>>;
  readonly titles: Readonly<Record<Kind, string>>;
  readonly [text: string]: unknown;
}
