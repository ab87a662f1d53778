import { code, type Fact, lead, list, paragraph, quiet, type Rich, type Section, section, table, words } from '../document';
import type { Say } from '../say';
import type { Basis } from './basis';
import type { Opening, RuleInForce } from './opening';
import { settings } from './settings';

/** How a report was made, so that anyone can make it again. */
export function methodPage({ opening, findings }: Basis, say: Say): Section {
  const text = texts[say.language];
  const sources = [...new Set(findings.flatMap(({ source }) => source ?? []))].sort();
  const { scale, rules } = opening;
  const levels = scale.levels.map(
    ({ level, name, title }): Rich => [`${level} · ${name}`, ...levelNotes(level, title, opening.scale, say)],
  );
  return section(
    'method',
    text.title,
    [lead(text.lead), { kind: 'facts', facts: definitions(say) }],
    [
      section('scale', text.scale, [list(levels)]),
      section('rules', text.rules, [paragraph(text.rulesLead), rulesTable(rules, say)]),
      ...(sources.length > 0 ? [section('sources', text.sources, [list(sources.map((source) => [source]))])] : []),
    ],
  );
}

function levelNotes(level: number, title: string | null, { autonomous, trains }: Opening['scale'], say: Say): Rich {
  const text = texts[say.language];
  const notes = [title, level === autonomous ? text.autonomous : null, level === trains ? text.trains : null].filter(
    (note) => note !== null,
  );
  return notes.length > 0 ? [quiet(notes.join(' · '))] : [];
}

function definitions(say: Say): readonly Fact[] {
  return texts[say.language].definitions.map(([term, meaning]) => ({ term, values: [[meaning]] }));
}

function rulesTable(rules: readonly RuleInForce[], say: Say) {
  const text = texts[say.language];
  return table(
    text.rules,
    [words(text.rule, 5), words(text.severity, 3), words(text.thresholds, 4)],
    rules.map(({ rule, severity, thresholds, changed }) => [
      [code(rule)],
      [severity === 'off' ? text.off : say.word.severity[severity], ...(changed ? [quiet(text.changed)] : [])],
      settings(thresholds),
    ]),
  );
}

const en = {
  title: 'Method',
  lead: 'Every figure follows from the text of the model and from nothing else: the same files give the same report. What the model does not say is shown as unknown, never guessed.',
  definitions: [
    ['Present', 'A member whose first day has come and whose last day is not past. Whoever is absent counts in no figure.'],
    [
      'Link',
      'Two present members are linked when the model says that they collaborate, advise, inform, mentor or liaise. Reporting lines do not count.',
    ],
    ['Density', 'The pairs that are linked, of all pairs there could be.'],
    ['Part', 'A group of members among whom one gets from anyone to anyone along links.'],
    ['Cut member', 'A member without whom a part falls apart (an articulation point).'],
    [
      'E–I index',
      'Ties outside minus ties inside, divided by all ties of the team: from −1, all ties inside, to +1, all ties outside (Krackhardt & Stern 1988). Beside it stands what chance gives a team of that size.',
    ],
    [
      'Holds, covers',
      'A person holds a competency at a level when they have it, or a narrower one, at that level or above; they cover a requirement when they hold it at the level it asks for.',
    ],
    [
      'Load',
      'Days of open tasks that fall in the period, by each one’s share, divided by their available days: working days less days away, times the part of full time that they work.',
    ],
    [
      'Severity',
      'Error: the model contradicts itself, or work that nobody can do. Warning: a structural weakness. Info and hint: worth a look. An intervention in time lowers what it answers by one.',
    ],
    ['People', 'Findings describe how work and links are arranged. None measures or judges a person.'],
  ] as readonly (readonly [string, string])[],
  scale: 'Scale of levels',
  autonomous: 'works alone from here on',
  trains: 'can train others from here on',
  rules: 'Rules and thresholds',
  rulesLead: 'What was looked for, with which severity, and from which figure on.',
  rule: 'Rule',
  severity: 'Severity',
  thresholds: 'Thresholds',
  off: 'off',
  changed: 'set by the project',
  sources: 'Sources',
};

const fr: typeof en = {
  title: 'Méthode',
  lead: 'Chaque chiffre découle du texte du modèle et de rien d’autre : les mêmes fichiers donnent le même rapport. Ce que le modèle ne dit pas est donné pour inconnu, jamais deviné.',
  definitions: [
    [
      'Présent',
      'Un membre dont le premier jour est venu et dont le dernier n’est pas passé. Une personne absente n’entre dans aucun chiffre.',
    ],
    [
      'Lien',
      'Deux membres présents sont reliés quand le modèle dit qu’ils collaborent, se conseillent, s’informent, s’accompagnent ou assurent une liaison. Les liens hiérarchiques ne comptent pas.',
    ],
    ['Densité', 'La part des paires reliées parmi toutes les paires possibles.'],
    ['Partie', 'Un groupe de membres où l’on va de chacun à chacun en suivant les liens.'],
    ['Charnière', 'Un membre sans lequel une partie du réseau se défait (un point d’articulation).'],
    [
      'Indice E–I',
      'Les liens externes moins les liens internes, divisés par tous les liens de l’équipe  : de −1, tous les liens dans l’équipe, à +1, tous les liens vers les autres (Krackhardt et Stern, 1988). À côté figure ce que le hasard donne à une équipe de cette taille.',
    ],
    [
      'Maîtriser, couvrir',
      'Une personne maîtrise une compétence à un niveau quand elle l’a, elle ou une compétence plus étroite, à ce niveau ou au-dessus ; elle couvre une exigence quand elle maîtrise la compétence au niveau exigé.',
    ],
    [
      'Charge',
      'Les jours de tâches ouvertes qui tombent dans la période, selon la part de chacun, divisés par ses jours disponibles : les jours ouvrés moins les absences, à proportion de son temps de travail.',
    ],
    [
      'Gravité',
      'Erreur : le modèle se contredit, ou une tâche que personne ne peut faire. Avertissement : une fragilité de structure. Information et piste : à regarder. Une intervention dans les temps abaisse d’un degré ce à quoi elle répond.',
    ],
    ['Personnes', 'Les constats décrivent la disposition du travail et des liens. Aucun ne mesure ni ne juge une personne.'],
  ],
  scale: 'Échelle des niveaux',
  autonomous: 'en autonomie à partir d’ici',
  trains: 'peut former les autres à partir d’ici',
  rules: 'Règles et seuils',
  rulesLead: 'Ce qui a été cherché, avec quelle gravité, et à partir de quel chiffre.',
  rule: 'Règle',
  severity: 'Gravité',
  thresholds: 'Seuils',
  off: 'désactivée',
  changed: 'réglée par le projet',
  sources: 'Sources',
};

const texts = { en, fr };
