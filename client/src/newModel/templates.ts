/** What a new model can start from. */
export const templateKinds = ['agency', 'project', 'blank'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** What a template is filled in with. */
export interface Filling {
  /** What the team is called, as people say it. */
  readonly name: string;
  /** The days of the model are those around it. */
  readonly today: Date;
}

/** The files of a new model, by path. They hold no error of the language, and findings to begin with. */
export function templateFiles(kind: TemplateKind, language: 'en' | 'fr', filling: Filling): ReadonlyMap<string, string> {
  const dates = datesAround(filling.today);
  const title = `"${filling.name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const files = templates[language][kind](title, dates);
  return new Map([['collab.config.json', `{ "language": "${language}" }\n`], ...Object.entries(files)]);
}

interface Dates {
  /** The first and the last day of the quarter. */
  readonly first: string;
  readonly last: string;
  readonly today: string;
  /** Ten days after today, within the quarter. */
  readonly soon: string;
}

type Template = (title: string, dates: Dates) => Readonly<Record<string, string>>;

function datesAround(today: Date): Dates {
  const year = today.getFullYear();
  const quarter = Math.floor(today.getMonth() / 3) * 3;
  const last = new Date(Date.UTC(year, quarter + 3, 0));
  const now = new Date(Date.UTC(year, today.getMonth(), today.getDate()));
  const soon = new Date(Math.min(now.getTime() + 10 * 86_400_000, last.getTime()));
  return { first: dateOf(new Date(Date.UTC(year, quarter, 1))), last: dateOf(last), today: dateOf(now), soon: dateOf(soon) };
}

function dateOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

const en: Readonly<Record<TemplateKind, Template>> = {
  agency: (title, { first, last, today, soon }) => ({
    'organization.collab': `// Who you are, when you plan, and what you know how to do. Put your own words in the quotes.

organization our-agency ${title} {
  about "What we do, and for whom."
  history "Where we come from, and what has worked so far."
  resource archive "Ten years of finished projects"
}

period this-quarter ${first} to ${last}

competency interviews "Customer interviews" { critical }
competency design "Interface design"
competency development "Web development"
competency leading "Project management"
`,
    'team.collab': `// The people, and the levels they work at: novice, beginner, competent, proficient, expert.

team studio "Studio" { lead alex }

member alex "Alex Martin" {
  role "Project lead"
  team studio
  has leading expert, interviews beginner
}

member sam "Sam Novak" {
  role "Designer"
  team studio
  capacity 80%
  has design proficient, interviews proficient
}

member kim "Kim Diallo" {
  role "Developer"
  team studio
  has development expert, design beginner
  wants interviews
}

link alex <-> sam collaborates daily
link alex <-> kim collaborates weekly
link sam <-> kim collaborates weekly
link alex <-> nora liaises monthly
`,
    'client.collab': `// One client: what they need, and who decides.

client first-client "First client" {
  history "How we met, and what was tried before."
  need booking "Booking in under two minutes" { priority high }
  need calls "Fewer calls to the switchboard" { priority low }
  resource figures "Calls of the last three years"
  stakeholder nora "Nora Petit" {
    role "Director"
    influence high interest medium decides
    engagement neutral -> supportive
  }
  participation involve
}
`,
    'tasks.collab': `// What is to be done. The first task goes to somebody who cannot do it yet: put the cursor on it and press Ctrl+. (⌘. on a Mac).

task talks "Interview twelve customers" {
  for booking
  requires interviews proficient
  effort 6d
  from ${today} due ${soon}
  assigned alex
  with nora consult
  uses figures
}

task prototype "Prototype of the booking" {
  for booking
  requires design competent, development competent
  effort 10d
  assigned sam, kim
  with nora
  after talks
}
`,
  }),
  project: (title, { first, last, today }) => ({
    'organization.collab': `// The project, its quarter, and what it takes. Put your own words in the quotes.

organization our-project ${title} {
  about "What the project is for."
  need one-list "One list of orders for everyone" { priority high }
}

period this-quarter ${first} to ${last}

competency process "Knowledge of the process"
competency data "Data and figures" { critical }
competency facilitation "Workshops"
competency tools "Tools and settings"
`,
    'people.collab': `// Two teams who have to work together, and who works with whom.

team field "Field" { lead ines }
team office "Office" { lead omar }

member ines "Inès Haddad" {
  role "Field manager"
  team field
  has process expert, facilitation competent
}

member tom "Tom Weber" {
  role "Team lead"
  team field
  has process proficient
}

member omar "Omar Diallo" {
  role "Office manager"
  team office
  has data expert, tools competent
}

member lucy "Lucy Hall" {
  role "Analyst"
  team office
  capacity 3d per week
  has data competent, tools proficient
  wants facilitation
}

link ines <-> tom collaborates daily
link omar <-> lucy collaborates daily
link ines <-> omar collaborates monthly
`,
    'tasks.collab': `// What is to be done, by whom. Nobody knows both the process and the figures: see what Collab says of it.

task workshop "Workshop on the order list" {
  for one-list
  requires facilitation competent, process competent
  effort 3d
  assigned ines
  with omar
}

task list "Bring the order lists together" {
  for one-list
  requires data proficient, process competent
  effort 12d
  from ${today} due ${last}
  assigned lucy
  after workshop
}
`,
  }),
  blank: (title, { first, last }) => ({
    'model.collab': `// Take away the two strokes in front of a line, and put your own words in its place. Ctrl+Space offers what can stand where the cursor is.

organization our-team ${title}

period this-quarter ${first} to ${last}

// competency interviews "Customer interviews"
// team studio "Studio"
// member anna "Anna Morel" { role "UX lead" team studio has interviews expert }
// member bob "Bob Okafor" { role "Developer" team studio }
// link anna <-> bob collaborates weekly
// task talks "Interview twelve customers" { requires interviews proficient effort 5d assigned anna }
`,
  }),
};

const fr: Readonly<Record<TemplateKind, Template>> = {
  agency: (title, { first, last, today, soon }) => ({
    'organisation.collab': `// Qui vous êtes, la période que vous planifiez, ce que vous savez faire. Mettez vos propres mots entre les guillemets.

organization notre-agence ${title} {
  about "Ce que nous faisons, et pour qui."
  history "D’où nous venons, et ce qui a réussi jusqu’ici."
  resource archives "Dix ans de projets menés à bien"
}

period ce-trimestre ${first} to ${last}

scale niveaux {
  levels découverte, débutant, autonome, confirmé, expert
  autonomous at autonome
  trains at confirmé
}

competency entretien "Conduite d’entretiens" { critical }
competency interface "Conception d’interface"
competency développement "Développement web"
competency conduite-de-projet "Conduite de projet"
`,
    'équipe.collab': `// Les personnes, et le niveau auquel elles travaillent.

team studio "Studio" { lead alix }

member alix "Alix Martin" {
  role "Cheffe de projet"
  team studio
  has conduite-de-projet expert, entretien débutant
}

member samuel "Samuel Roux" {
  role "Designer"
  team studio
  capacity 80%
  has interface confirmé, entretien confirmé
}

member aminata "Aminata Diallo" {
  role "Développeuse"
  team studio
  has développement expert, interface débutant
  wants entretien
}

link alix <-> samuel collaborates daily
link alix <-> aminata collaborates weekly
link samuel <-> aminata collaborates weekly
link alix <-> nora liaises monthly
`,
    'client.collab': `// Un client : ce dont il a besoin, et qui décide.

client premier-client "Premier client" {
  history "Comment nous nous sommes rencontrés, et ce qui a été tenté avant nous."
  need réservation "Réserver en moins de deux minutes" { priority high }
  need appels "Moins d’appels au standard" { priority low }
  resource relevés "Les appels des trois dernières années"
  stakeholder nora "Nora Petit" {
    role "Directrice"
    influence high interest medium decides
    engagement neutral -> supportive
  }
  participation involve
}
`,
    'tâches.collab': `// Ce qu’il y a à faire. La première tâche est confiée à quelqu’un qui ne peut pas encore la mener : placez-y le curseur, puis Ctrl+. (⌘. sur Mac).

task entretiens "Douze entretiens avec des clients" {
  for réservation
  requires entretien confirmé
  effort 6d
  from ${today} due ${soon}
  assigned alix
  with nora consult
  uses relevés
}

task prototype "Prototype de la réservation" {
  for réservation
  requires interface autonome, développement autonome
  effort 10d
  assigned samuel, aminata
  with nora
  after entretiens
}
`,
  }),
  project: (title, { first, last, today }) => ({
    'organisation.collab': `// Le projet, son trimestre, et ce qu’il demande. Mettez vos propres mots entre les guillemets.

organization notre-projet ${title} {
  about "À quoi sert le projet."
  need liste-commune "Une seule liste des commandes pour tout le monde" { priority high }
}

period ce-trimestre ${first} to ${last}

scale niveaux {
  levels découverte, débutant, autonome, confirmé, expert
  autonomous at autonome
  trains at confirmé
}

competency métier "Connaissance du métier"
competency chiffres "Données et chiffres" { critical }
competency animation "Animation d’ateliers"
competency outils "Outils et réglages"
`,
    'équipes.collab': `// Deux équipes qui doivent travailler ensemble, et qui travaille avec qui.

team terrain "Terrain" { lead inès }
team bureau "Bureau" { lead omar }

member inès "Inès Haddad" {
  role "Responsable terrain"
  team terrain
  has métier expert, animation autonome
}

member thomas "Thomas Weber" {
  role "Chef d’équipe"
  team terrain
  has métier confirmé
}

member omar "Omar Diallo" {
  role "Responsable administratif"
  team bureau
  has chiffres expert, outils autonome
}

member lucie "Lucie Morel" {
  role "Analyste"
  team bureau
  capacity 3d per week
  has chiffres autonome, outils confirmé
  wants animation
}

link inès <-> thomas collaborates daily
link omar <-> lucie collaborates daily
link inès <-> omar collaborates monthly
`,
    'tâches.collab': `// Ce qu’il y a à faire, et par qui. Personne ne connaît à la fois le métier et les chiffres : voyez ce qu’en dit Collab.

task atelier "Atelier sur la liste des commandes" {
  for liste-commune
  requires animation autonome, métier autonome
  effort 3d
  assigned inès
  with omar
}

task liste "Réunir les listes de commandes" {
  for liste-commune
  requires chiffres confirmé, métier autonome
  effort 12d
  from ${today} due ${last}
  assigned lucie
  after atelier
}
`,
  }),
  blank: (title, { first, last }) => ({
    'modèle.collab': `// Enlevez les deux barres devant une ligne, et mettez-y vos propres mots. Ctrl+Espace propose ce qui peut se tenir là où est le curseur.

organization notre-équipe ${title}

period ce-trimestre ${first} to ${last}

// competency entretien "Conduite d’entretiens"
// team studio "Studio"
// member anna "Anna Morel" { role "Responsable UX" team studio has entretien expert }
// member bob "Bob Okafor" { role "Développeur" team studio }
// link anna <-> bob collaborates weekly
// task entretiens "Douze entretiens" { requires entretien proficient effort 5d assigned anna }
`,
  }),
};

const templates = { en, fr } as const;
