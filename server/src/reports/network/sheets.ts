import type { Language } from '../../text/localised';
import { namesOf } from '../names';
import type { ReportInput } from '../report';
import { sayIn } from '../say';
import type { Sheet } from '../sheet';
import { networkOf } from './figures';
import { tiesOf } from './ties';

/** The members with their figures, the ties between them, the teams. */
export function networkSheets({ model }: ReportInput, language: Language): readonly Sheet[] {
  const say = sayIn(language, namesOf(model, language), model.scale.levels);
  const text = texts[language];
  const { people, teams } = networkOf(model);
  return [
    {
      name: text.members,
      columns: [text.member, text.degree, text.inDegree, text.betweenness, text.closeness, text.constraint, text.core, text.part],
      rows: say
        .inOrder(people)
        .map(({ name, degree, inDegree, betweenness, closeness, constraint, core, component }) => [
          say.name(name),
          degree,
          inDegree,
          betweenness,
          closeness,
          constraint,
          core,
          component,
        ]),
    },
    {
      name: text.ties,
      columns: [text.from, text.to, text.kinds, text.strength, text.strained],
      rows: tiesOf(model).map(({ from, to, kinds, strength, isStrained }) => [
        say.name(from),
        say.name(to),
        kinds.map((kind) => say.word.link[kind]).join(', '),
        strength,
        isStrained ? text.yes : null,
      ]),
    },
    {
      name: text.teams,
      columns: [text.team, text.members, text.internal, text.external, text.ei, text.chance],
      rows: say
        .inOrder(teams)
        .map(({ name, members, internal, external, ei, chance }) => [say.name(name), members, internal, external, ei, chance]),
    },
  ];
}

const texts = {
  en: {
    members: 'Members',
    member: 'Member',
    degree: 'Ties',
    inDegree: 'Turned to by',
    betweenness: 'Betweenness',
    closeness: 'Closeness',
    constraint: 'Constraint',
    core: 'Core',
    part: 'Part',
    ties: 'Ties',
    from: 'From',
    to: 'To',
    kinds: 'Type',
    strength: 'Strength',
    strained: 'Strained',
    yes: 'yes',
    teams: 'Teams',
    team: 'Team',
    internal: 'Ties inside',
    external: 'Ties outside',
    ei: 'E–I index',
    chance: 'E–I by chance',
  },
  fr: {
    members: 'Membres',
    member: 'Membre',
    degree: 'Liens',
    inDegree: 'Sollicité par',
    betweenness: 'Intermédiarité',
    closeness: 'Proximité',
    constraint: 'Contrainte',
    core: 'Noyau',
    part: 'Partie',
    ties: 'Liens',
    from: 'De',
    to: 'À',
    kinds: 'Nature',
    strength: 'Force',
    strained: 'Tendu',
    yes: 'oui',
    teams: 'Équipes',
    team: 'Équipe',
    internal: 'Liens internes',
    external: 'Liens externes',
    ei: 'Indice E–I',
    chance: 'E–I par hasard',
  },
} as const;
