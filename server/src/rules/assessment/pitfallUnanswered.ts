import { answersTo, isUnderWay } from '../../model/answers';
import type { Member, Model, Party, Pitfall } from '../../model/model';
import { leadOf } from '../../model/teams';
import { newIntervention } from '../newIntervention';
import { atName } from '../place';
import { defineRule } from '../rule';
import { idsOf, subject } from '../subjects';
import { quoted } from '../wording';

interface Values {
  readonly pitfall: string;
}

export const pitfallUnanswered = defineRule<Values>({
  name: 'assessment/pitfall-unanswered',
  severity: 'warning',
  options: {},
  summary: { en: 'Every pitfall has an intervention that answers it.', fr: 'À chaque écueil répond une intervention.' },
  why: {
    en: 'People who have said what goes wrong and see nothing follow stop saying it. A pitfall that is written down is a promise to do something about it, or to say why not.',
    fr: 'Ceux qui ont dit ce qui ne va pas et ne voient rien venir cessent de le dire. Un écueil consigné vaut promesse d’y répondre, ou d’expliquer pourquoi l’on n’y répond pas.',
  },
  source: 'Edmondson, A. (1999). Psychological safety and learning behavior in work teams. Administrative Science Quarterly 44(2)',
  examples: {
    bad: `team design "Design"
team web "Web"

assessment spring "Spring review" on 2026-04-02 {
  scope design, web
  pitfall late-research "Developers meet research at the end" between design, web severity high
}
`,
    good: `team design "Design"
team web "Web"

member anna "Anna Morel" { team design }

assessment spring "Spring review" on 2026-04-02 {
  scope design, web
  pitfall late-research "Developers meet research at the end" between design, web severity high
}

intervention shared-reading "Shared reading of interviews" {
  answers late-research
  involves design, web
  owner anna
  to 2026-06-30
  measure "Two developers sit in on each interview by June."
}
`,
  },
  message: {
    en: ({ pitfall }) => `no planned or active intervention answers the pitfall ${quoted('en', pitfall)}`,
    fr: ({ pitfall }) => `aucune intervention prévue ou en cours ne répond à l’écueil ${quoted('fr', pitfall)}`,
  },
  check(model, report) {
    for (const pitfall of model.pitfalls) {
      if (answersTo(model, pitfall).some(isUnderWay)) continue;
      report({
        at: atName(pitfall),
        subjects: [pitfall.id, ...idsOf(pitfall.of)],
        evidence: { severity: pitfall.severity },
        values: { pitfall: pitfall.label },
      });
    }
  },
  fixes(found, model, language) {
    const pitfall = subject(model, found, 'pitfall');
    const edit =
      pitfall &&
      newIntervention(
        model,
        {
          name: `answer-${pitfall.name}`,
          title: texts[language].title(pitfall.label),
          technique: 'retrospective',
          answers: pitfall,
          involves: pitfall.of,
          owner: ownerFor(model, pitfall),
          measure: texts[language].measure(pitfall.label),
        },
        pitfall.assessment,
      );
    if (!edit) return [];
    return [{ title: { en: 'Answer it with a retrospective', fr: 'Y répondre par une rétrospective' }, preferred: true, edits: [edit] }];
  },
});

const texts = {
  en: {
    title: (pitfall: string) => `Retrospective: ${pitfall}`,
    measure: (pitfall: string) => `The next assessment no longer finds: ${pitfall}`,
  },
  fr: {
    title: (pitfall: string) => `Rétrospective : ${pitfall}`,
    measure: (pitfall: string) => `Le prochain état des lieux ne relève plus : ${pitfall}`,
  },
} as const;

/** The lead of a team that the pitfall is about, else a member that it is about. */
function ownerFor(model: Model, { of }: Pitfall): Member | null {
  const lead = of.map((party: Party) => (party.kind === 'team' ? leadOf(model, party) : null)).find((member) => member?.present);
  return lead ?? (of.find((party) => party.kind === 'member' && party.present) as Member | undefined) ?? null;
}
