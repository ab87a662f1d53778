import { defineFaultRule } from './faultRule';
import { either } from './kinds';
import { changesTo } from './nearestNames';

export const ambiguousName = defineFaultRule({
  name: 'model/ambiguous-name',
  severity: 'error',
  summary: { en: 'Every name means one thing where it stands.', fr: 'Chaque nom n’a qu’un sens là où il figure.' },
  why: {
    en: 'Two clients may both have a need of one name; which of them a task is for is then for the author to say.',
    fr: 'Deux clients peuvent avoir chacun un besoin du même nom ; c’est alors à l’auteur de dire pour lequel une tâche est faite.',
  },
  examples: {
    bad: `client acme "Acme" { need booking "Booking" }
client globex "Globex" { need booking "Booking" }
task study "Study" { for booking }
`,
    good: `client acme "Acme" { need booking "Booking" }
client globex "Globex" { need booking "Booking" }
task study "Study" { for acme.booking }
`,
  },
  message: {
    en: ({ fault: { text, candidates } }) => `“${text}” may mean ${either('en', candidates.map(qualified))}`,
    fr: ({ fault: { text, candidates } }) => `« ${text} » peut désigner ${either('fr', candidates.map(qualified))}`,
  },
  related: ({ candidates }) =>
    candidates.map(({ file, node, id }) => {
      const written = qualified({ id });
      return {
        at: { file, span: node.name ?? node.keyword },
        message: { en: `${written} is declared here`, fr: `${written} est déclaré ici` },
      };
    }),
  fixes({ at, values: { fault } }, { snapshot }) {
    return changesTo(snapshot, at.file, fault, fault.candidates);
  },
});

function qualified({ id }: { readonly id: string }): string {
  return id.slice(id.indexOf(':') + 1);
}
