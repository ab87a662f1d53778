import type { Fact } from './document';
import type { Report } from './report';

/** `report` on a model in which codes stand for names, roles and free texts: in every format it says so. */
export function labelled({ name, data, document, sheets }: Report): Report {
  return {
    name,
    data: (input, language) => ({ ...data(input, language), pseudonymised: true }),
    document(input, language) {
      const made = document(input, language);
      const text = texts[language];
      const fact: Fact = {
        term: text.names,
        values: [
          [
            { kind: 'strong', text: text.label },
            { kind: 'quiet', text: text.means },
          ],
        ],
      };
      return { ...made, kind: `${made.kind} · ${text.label}`, facts: [fact, ...made.facts] };
    },
    ...(sheets && {
      sheets: (input, language) =>
        sheets(input, language).map((sheet) => ({
          ...sheet,
          columns: sheet.columns.map((title, at) => (at === 0 ? `${title} (${texts[language].label})` : title)),
        })),
    }),
  };
}

const texts = {
  en: {
    names: 'Names',
    label: 'pseudonymised',
    means: 'codes stand for people, their roles and what they wrote or said; the key is kept apart',
  },
  fr: {
    names: 'Noms',
    label: 'pseudonymisé',
    means: 'des codes remplacent les personnes, leurs rôles et ce qu’elles ont écrit ou dit ; la clé est conservée à part',
  },
} as const;
