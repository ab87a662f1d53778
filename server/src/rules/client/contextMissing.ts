import type { Client, Model, Organization } from '../../model/model';
import { addProperties, type NewProperty, quotedTitle } from '../../planning/edits';
import { freshName } from '../../planning/reference';
import { nestedIn, propertyOf } from '../../syntax/tree';
import type { Language } from '../../text/localised';
import { isGarbled } from '../halfTyped';
import { atName } from '../place';
import { defineRule } from '../rule';
import { subject } from '../subjects';
import { listed } from '../wording';

type Part = 'history' | 'need' | 'resource';

interface Values {
  readonly party: string;
  readonly missing: readonly Part[];
}

const parts: readonly Part[] = ['history', 'need', 'resource'];

export const contextMissing = defineRule<Values>({
  name: 'client/context-missing',
  severity: 'info',
  options: {},
  summary: {
    en: 'Of every client the history, the needs and the resources are written down; of the organization its history and resources.',
    fr: 'De chaque client sont consignés l’histoire, les besoins et les ressources ; de l’organisation, son histoire et ses ressources.',
  },
  why: {
    en: 'A collaboration begins with two heritages: where each side comes from, what it needs and what it can bring. What nobody writes down, everybody assumes.',
    fr: 'Une collaboration commence par deux héritages : d’où vient chacun, ce qu’il lui faut et ce qu’il peut apporter. Ce que personne ne consigne, chacun le suppose.',
  },
  examples: {
    bad: `client acme "Acme Transports" {
  history "Booking by telephone until 2019."
}
`,
    good: `client acme "Acme Transports" {
  history "Booking by telephone until 2019."
  need faster-booking "Booking in under two minutes"
  resource panel "Twenty volunteer customers"
}
`,
  },
  message: {
    en: ({ party, missing }) => `${party} is described without ${listed('en', wordsFor('en', missing))}`,
    fr: ({ party, missing }) => `${party} : il manque à la description ${listed('fr', wordsFor('fr', missing))}`,
  },
  check(model, report) {
    for (const party of [...(model.organization ? [model.organization] : []), ...model.clients]) {
      const missing = missingFrom(party);
      if (missing.length === 0 || isGarbled(model, party)) continue;
      report({ at: atName(party), subjects: [party.id], evidence: { missing }, values: { party: party.label, missing } });
    }
  },
  fixes(found, model, language) {
    const party = subject(model, found, 'client') ?? subject(model, found, 'organization');
    const file = party && model.snapshot.files.get(party.file);
    if (!party || !file) return [];
    const missing = missingFrom(party);
    const title = {
      en: `Add ${listed('en', wordsFor('en', missing))}, to be filled in later`,
      fr: `Ajouter ${listed('fr', wordsFor('fr', missing))}, à compléter`,
    };
    const added = missing.map((part) => propertyFor(model, party, part, language));
    return added.length === 0 ? [] : [{ title, preferred: true, edits: addProperties(file, party.node, added) }];
  },
});

const words = {
  en: { history: 'its history', need: 'a need', resource: 'a resource' },
  fr: { history: 'l’histoire', need: 'un besoin', resource: 'une ressource' },
} as const;

function wordsFor(language: Language, missing: readonly Part[]): readonly string[] {
  return missing.map((part) => words[language][part]);
}

/** What is half typed is not missing; the organization’s own needs may go unsaid. */
function missingFrom({ kind, node }: Client | Organization): readonly Part[] {
  const asked = kind === 'organization' ? parts.filter((part) => part !== 'need') : parts;
  return asked.filter((part) => !propertyOf(node, part) && !nestedIn(node).some((nested) => nested.kind === part));
}

function propertyFor(model: Model, party: Client | Organization, part: Part, language: Language): NewProperty {
  const title = quotedTitle(texts[language][part](party.label));
  return { word: part, text: part === 'history' ? `history ${title}` : `${part} ${freshName(model, `${party.name}-${part}`)} ${title}` };
}

const texts = {
  en: {
    history: (party: string) => `To be told: where ${party} comes from`,
    need: (party: string) => `To be gathered: a need of ${party}`,
    resource: (party: string) => `To be listed: what ${party} can bring`,
  },
  fr: {
    history: (party: string) => `À raconter : d’où vient ${party}`,
    need: (party: string) => `À recueillir : un besoin (${party})`,
    resource: (party: string) => `À recenser : ce que peut apporter ${party}`,
  },
} as const;
