import { involved } from '../../model/answers';
import type { Intervention, Member, Model } from '../../model/model';
import { leadOf } from '../../model/teams';
import { addProperties, type NewProperty, quotedTitle } from '../../planning/edits';
import { referenceTo } from '../../planning/reference';
import { propertyOf } from '../../syntax/tree';
import type { Language } from '../../text/localised';
import { lastDay } from '../newIntervention';
import { atName } from '../place';
import { defineRule } from '../rule';
import { compareText, subject } from '../subjects';
import { listed, quoted } from '../wording';

type Part = 'owner' | 'to' | 'measure';

interface Values {
  readonly intervention: string;
  readonly missing: readonly Part[];
}

const parts: readonly Part[] = ['owner', 'to', 'measure'];

export const incomplete = defineRule<Values>({
  name: 'plan/incomplete',
  severity: 'warning',
  options: {},
  summary: {
    en: 'Every intervention has an owner, an end date and a measure of success.',
    fr: 'Chaque intervention a un responsable, une date de fin et un critère de réussite.',
  },
  why: {
    en: 'Without an owner nobody begins, without a date nobody ends, and without a measure nobody can tell whether it helped.',
    fr: 'Sans responsable, personne ne commence ; sans date, personne ne termine ; sans critère de réussite, nul ne sait si cela a servi.',
  },
  examples: {
    bad: `member anna "Anna Morel"

intervention pairing "Research pairing" {
  involves anna
  owner anna
  from 2026-04-20
}
`,
    good: `member anna "Anna Morel"

intervention pairing "Research pairing" {
  involves anna
  owner anna
  from 2026-04-20 to 2026-06-30
  measure "Bob runs two interviews alone by June."
}
`,
  },
  message: {
    en: ({ intervention, missing }) =>
      `${quoted('en', intervention)} lacks ${listed(
        'en',
        missing.map((part) => words.en[part]),
      )}`,
    fr: ({ intervention, missing }) =>
      `il manque à ${quoted('fr', intervention)} ${listed(
        'fr',
        missing.map((part) => words.fr[part]),
      )}`,
  },
  check(model, report) {
    for (const intervention of model.interventions) {
      const missing = missingFrom(intervention);
      if (intervention.status === 'done' || missing.length === 0) continue;
      report({
        at: atName(intervention),
        subjects: [intervention.id],
        evidence: { missing },
        values: { intervention: intervention.label, missing },
      });
    }
  },
  fixes(found, model, language) {
    const intervention = subject(model, found, 'intervention');
    const file = intervention && model.snapshot.files.get(intervention.file);
    if (!intervention || !file) return [];
    const added = missingFrom(intervention)
      .map((part) => propertyFor(model, intervention, part, language))
      .filter((property) => property !== null);
    if (added.length === 0) return [];
    const named = added.map(({ word }) => word as Part);
    const title = {
      en: `Add ${listed(
        'en',
        named.map((part) => words.en[part]),
      )}`,
      fr: `Ajouter ${listed(
        'fr',
        named.map((part) => words.fr[part]),
      )}`,
    };
    return [{ title, preferred: true, edits: addProperties(file, intervention.node, added) }];
  },
});

const words = {
  en: { owner: 'an owner', to: 'an end date', measure: 'a measure of success' },
  fr: { owner: 'un responsable', to: 'une date de fin', measure: 'un critère de réussite' },
} as const;

/** What is half typed is not missing. */
function missingFrom({ node }: Intervention): readonly Part[] {
  return parts.filter((part) => !propertyOf(node, part));
}

function propertyFor(model: Model, intervention: Intervention, part: Part, language: Language): NewProperty | null {
  if (part === 'to') return { word: part, text: `to ${lastDay(model, Math.max(intervention.from ?? model.today, model.today))}` };
  if (part === 'measure') return { word: part, text: `measure ${quotedTitle(measureFor(intervention, language))}` };
  const owner = ownerFor(model, intervention);
  const name = owner && referenceTo(model, owner, { kind: 'intervention', word: 'owner' });
  return name ? { word: part, text: `owner ${name}` } : null;
}

/** The lead of a team that it involves, else the first member that it does, by name, else the first member of the project. */
function ownerFor(model: Model, intervention: Intervention): Member | null {
  const parties = [...involved(model, intervention)];
  const leads = intervention.involves.map((party) => (party.kind === 'team' ? leadOf(model, party) : null));
  const members = parties.filter((party) => party.kind === 'member').sort((a, b) => compareText(a.name, b.name));
  return [...leads, ...members, ...model.members].find((member) => member?.present) ?? null;
}

function measureFor({ pitfalls: [pitfall] }: Intervention, language: Language): string {
  return pitfall ? texts[language].pitfall(pitfall.label) : texts[language].gap;
}

const texts = {
  en: { pitfall: (pitfall: string) => `The next assessment no longer finds: ${pitfall}`, gap: 'The gap is closed at the next assessment.' },
  fr: {
    pitfall: (pitfall: string) => `Le prochain état des lieux ne relève plus : ${pitfall}`,
    gap: 'Le prochain état des lieux constate que l’écart est comblé.',
  },
} as const;
