/** Declarations that stand at the top of a file; their words are reserved. */
export const topKinds = [
  'organization',
  'period',
  'scale',
  'competency',
  'team',
  'member',
  'link',
  'client',
  'task',
  'assessment',
  'technique',
  'intervention',
] as const;
/** Declarations that stand inside another. */
export const nestedKinds = ['need', 'resource', 'stakeholder', 'strength', 'pitfall'] as const;

export type TopKind = (typeof topKinds)[number];
export type NestedKind = (typeof nestedKinds)[number];
export type Kind = TopKind | NestedKind;

export const grades = ['low', 'medium', 'high'] as const;
export const voices = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;
export const stances = ['unaware', 'resistant', 'neutral', 'supportive', 'leading'] as const;
export const linkKinds = ['collaborates', 'advises', 'informs', 'mentors', 'reports', 'liaises'] as const;
export const frequencies = ['daily', 'weekly', 'monthly', 'quarterly', 'rarely'] as const;
export const taskStatuses = ['planned', 'active', 'blocked', 'done'] as const;
export const interventionStatuses = ['planned', 'active', 'done'] as const;

export type Grade = (typeof grades)[number];
export type Voice = (typeof voices)[number];
export type Stance = (typeof stances)[number];
export type LinkKind = (typeof linkKinds)[number];
export type Frequency = (typeof frequencies)[number];
export type TaskStatus = (typeof taskStatuses)[number];
export type InterventionStatus = (typeof interventionStatuses)[number];

/** What may follow a property's word (the EBNF of docs/language.md §3, one shape a right-hand side). */
export type Shape =
  | 'flag'
  | 'text'
  | 'title'
  | 'ref'
  | 'refs'
  | 'skills'
  | 'aims'
  | 'assignees'
  | 'participants'
  | 'answers'
  | 'word'
  | 'stances'
  | 'number'
  | 'holders'
  | 'date'
  | 'range'
  | 'duration'
  | 'capacity'
  | 'levels'
  | 'atLevel'
  | 'heard';

export interface PropertyForm {
  readonly shape: Shape;
  /** May it be repeated, its values joining? Else the first counts. */
  readonly list: boolean;
  /** The words that can stand as its value (shape `word`, `participants`, `stances`). */
  readonly words?: readonly string[];
  /** The kinds that its references may point to; `answers` takes rule names too. */
  readonly kinds?: readonly Kind[];
  /** Properties of one group exclude each other: a link has one kind and one frequency. */
  readonly group?: string;
  /** Does it stand before the block, not in it? */
  readonly header?: true;
}

const people = ['member', 'stakeholder'] as const;
const parties = ['organization', 'team', 'member', 'client', 'stakeholder'] as const;
const once = (shape: Shape, more: Partial<PropertyForm> = {}): PropertyForm => ({ shape, list: false, ...more });
const many = (shape: Shape, more: Partial<PropertyForm> = {}): PropertyForm => ({ shape, list: true, ...more });

const about = once('text');
const person = {
  about,
  role: once('title'),
  has: many('skills', { kinds: ['competency'] }),
  wants: many('aims', { kinds: ['competency'] }),
  away: many('range'),
};
const heritage = { about, history: many('text') };

/** The properties of each block, in the order of the grammar. Words of nested declarations are in `nestedOf`. */
export const propertiesByKind: Readonly<Record<Kind, Readonly<Record<string, PropertyForm>>>> = {
  organization: heritage,
  client: { ...heritage, participation: once('word', { words: voices }) },
  need: { about, priority: once('word', { words: grades }) },
  resource: { about },
  stakeholder: {
    ...person,
    influence: once('word', { words: grades }),
    interest: once('word', { words: grades }),
    decides: once('flag'),
    engagement: once('stances', { words: stances }),
  },
  period: {},
  scale: { levels: many('levels'), autonomous: once('atLevel'), trains: once('atLevel') },
  competency: {
    about,
    within: once('ref', { kinds: ['competency'] }),
    ref: once('title'),
    critical: once('flag'),
    holders: once('holders'),
  },
  team: { about, within: once('ref', { kinds: ['team'] }), lead: once('ref', { kinds: ['member'] }) },
  member: {
    about,
    role: person.role,
    team: many('refs', { kinds: ['team'] }),
    capacity: once('capacity'),
    has: person.has,
    wants: person.wants,
    away: person.away,
    from: once('date'),
    until: once('date'),
  },
  link: {
    ...Object.fromEntries(linkKinds.map((word) => [word, once('flag', { group: 'kind' })])),
    ...Object.fromEntries(frequencies.map((word) => [word, once('flag', { group: 'frequency' })])),
    strength: once('number'),
    strained: once('flag'),
    in: once('ref', { kinds: ['competency'] }),
    since: once('date'),
    about,
  },
  task: {
    about,
    for: many('refs', { kinds: ['need', 'client', 'organization'] }),
    requires: many('skills', { kinds: ['competency'] }),
    effort: once('duration'),
    from: once('date'),
    due: once('date'),
    assigned: many('assignees', { kinds: people }),
    with: many('participants', { kinds: people, words: voices }),
    uses: many('refs', { kinds: ['resource'] }),
    after: many('refs', { kinds: ['task'] }),
    status: once('word', { words: taskStatuses }),
  },
  assessment: {
    on: once('date', { header: true }),
    about,
    scope: many('refs', { kinds: ['team', 'member', 'client', 'stakeholder', 'organization'] }),
    heard: many('heard', { kinds: parties }),
  },
  strength: { of: once('refs', { kinds: parties }) },
  pitfall: {
    of: once('refs', { kinds: parties, group: 'about whom' }),
    between: once('refs', { kinds: parties, group: 'about whom' }),
    severity: once('word', { words: grades }),
  },
  technique: { about, answers: many('answers'), source: once('title') },
  intervention: {
    about,
    technique: once('ref', { kinds: ['technique'] }),
    answers: many('answers', { kinds: ['pitfall'] }),
    involves: many('refs', { kinds: parties }),
    owner: once('ref', { kinds: ['member'] }),
    from: once('date'),
    to: once('date'),
    measure: once('text'),
    status: once('word', { words: interventionStatuses }),
  },
};

/** Which declarations stand in the block of each kind. */
export const nestedOf: Readonly<Partial<Record<Kind, readonly NestedKind[]>>> = {
  organization: ['need', 'resource'],
  client: ['need', 'resource', 'stakeholder'],
  assessment: ['strength', 'pitfall'],
};

/** Kinds that are written without a block: their properties follow the header. */
export const blockless: ReadonlySet<Kind> = new Set<Kind>(['link', 'period', 'strength', 'pitfall']);

const reserved: ReadonlySet<string> = new Set(topKinds);
const words = new Map<Kind, ReadonlySet<string>>(
  (Object.keys(propertiesByKind) as Kind[]).map((kind) => [
    kind,
    new Set([...Object.keys(propertiesByKind[kind]).filter((word) => !propertiesByKind[kind][word]?.header), ...(nestedOf[kind] ?? [])]),
  ]),
);

/** Does `word` open a top-level declaration? */
export function isReserved(word: string): word is TopKind {
  return reserved.has(word);
}

const all: ReadonlySet<string> = new Set([
  ...topKinds,
  ...nestedKinds,
  ...Object.values(propertiesByKind).flatMap((forms) => Object.entries(forms).flatMap(([word, form]) => [word, ...(form.words ?? [])])),
  ...['at', 'to', 'on', 'per', 'week'],
]);

/** Is `text` a word of the language, in whatever place? */
export function isWord(text: string): boolean {
  return all.has(text);
}

/** The words that open a property or a nested declaration in the block of `kind`. */
export function wordsOf(kind: Kind): ReadonlySet<string> {
  return words.get(kind) ?? new Set();
}

/** The property that `word` opens in the block of `kind`. */
export function formOf(kind: Kind, word: string): PropertyForm | undefined {
  return Object.hasOwn(propertiesByKind[kind], word) ? propertiesByKind[kind][word] : undefined;
}

/** The nested declaration that `word` opens in the block of `kind`. */
export function nestedKindOf(kind: Kind, word: string): NestedKind | undefined {
  return nestedOf[kind]?.find((nested) => nested === word);
}

/** French words that a French-speaking author may write for words of the language. */
const french: Readonly<Record<string, string>> = {
  organisation: 'organization',
  période: 'period',
  échelle: 'scale',
  compétence: 'competency',
  équipe: 'team',
  membre: 'member',
  lien: 'link',
  tâche: 'task',
  bilan: 'assessment',
  évaluation: 'assessment',
  besoin: 'need',
  ressource: 'resource',
  force: 'strength',
  écueil: 'pitfall',
  rôle: 'role',
  capacité: 'capacity',
  historique: 'history',
  veut: 'wants',
  souhaite: 'wants',
  absent: 'away',
  absente: 'away',
  effort: 'effort',
  pour: 'for',
  avec: 'with',
  après: 'after',
  statut: 'status',
  requiert: 'requires',
  assigné: 'assigned',
  assignée: 'assigned',
  affecté: 'assigned',
  priorité: 'priority',
  critique: 'critical',
  niveaux: 'levels',
  mesure: 'measure',
  implique: 'involves',
  répond: 'answers',
  périmètre: 'scope',
  entendu: 'heard',
  entendus: 'heard',
  gravité: 'severity',
  responsable: 'owner',
};

/** The word of the language that a French word stands for. */
export function translated(word: string): string | undefined {
  return Object.hasOwn(french, word) ? french[word] : undefined;
}
