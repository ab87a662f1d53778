import { involved, isUnderWay } from '../model/answers';
import { presentMembers } from '../model/coverage';
import { memo } from '../model/memo';
import type { Member, Model, Party, Stakeholder } from '../model/model';
import { propertyOf } from '../syntax/tree';
import type { Language, Localised, LocalisedWith } from '../text/localised';
import { bestFirst } from './assigning';
import { liaisonsOf } from './liaisons';
import { newIntervention } from './newIntervention';
import type { Fix, RuleName } from './rule';
import { matches } from './sharing';

/** Does a planned or active intervention involve `stakeholder` or their client? */
export function isWorkedOn(model: Model, stakeholder: Stakeholder): boolean {
  const parties = partiesUnderWay(model);
  return parties.has(stakeholder) || parties.has(stakeholder.client);
}

/** Is the stance that is desired of `stakeholder` half typed or misspelt? */
export function isDesiredUnclear({ node }: Stakeholder): boolean {
  const engagement = propertyOf(node, 'engagement');
  return engagement !== undefined && engagement.end > (engagement.entries.at(-1)?.end ?? 0);
}

/** Techniques that bring a stakeholder nearer. */
export type Approach = 'stakeholder-interview' | 'co-design';

/** Interventions that answer a finding of `rule` about a stakeholder, one for each of `approaches`. */
interface Approaching {
  readonly rule: RuleName;
  readonly stakeholder: Stakeholder;
  /** The best first. */
  readonly approaches: readonly Approach[];
  /** Tells whether it has helped. */
  readonly measure: Localised;
}

export function approachFixes(model: Model, approaching: Approaching, language: Language): readonly Fix[] {
  const { rule, stakeholder, approaches, measure } = approaching;
  const owner = nearestMember(model, stakeholder);
  return bestFirst(
    approaches.map((technique) => {
      const { name, title, fix } = texts[technique];
      const edit = newIntervention(
        model,
        {
          name: `${name}-${stakeholder.name}`,
          title: title[language](stakeholder.label),
          technique,
          answers: rule,
          involves: owner ? [owner, stakeholder] : [stakeholder],
          owner,
          measure: measure[language],
        },
        stakeholder,
      );
      return edit && { title: fix, preferred: false, edits: [edit] };
    }),
  );
}

/** Of those linked to `stakeholder`, else of all that are here, the member who shares most with them. */
function nearestMember(model: Model, stakeholder: Stakeholder): Member | null {
  const liaisons = liaisonsOf(model, stakeholder);
  const [nearest] = matches(model, stakeholder, liaisons.length > 0 ? liaisons : presentMembers(model));
  return nearest?.to ?? null;
}

const partiesUnderWay = memo(
  (model: Model): ReadonlySet<Party> => new Set(model.interventions.filter(isUnderWay).flatMap((each) => [...involved(model, each)])),
);

interface Texts {
  /** Of the intervention, before the name of the stakeholder. */
  readonly name: string;
  readonly title: LocalisedWith<string>;
  readonly fix: Localised;
}

const texts: Readonly<Record<Approach, Texts>> = {
  'stakeholder-interview': {
    name: 'interview',
    title: { en: (who) => `Interview: ${who}`, fr: (who) => `Entretien : ${who}` },
    fix: { en: 'Answer it with a stakeholder interview', fr: 'Y répondre par un entretien' },
  },
  'co-design': {
    name: 'co-design',
    title: { en: (who) => `Co-design: ${who}`, fr: (who) => `Conception participative : ${who}` },
    fix: { en: 'Answer it with co-design', fr: 'Y répondre par la conception participative' },
  },
};
