import type { Competency, Model } from '../../model/model';
import { meant, names } from '../../model/names';
import { referencesIn } from '../../model/references';
import type { SourceFile } from '../../model/snapshot';
import { removeItem } from '../../planning/removal';
import { propertyOf } from '../../syntax/tree';
import { atName } from '../place';
import { defineRule } from '../rule';

export const unusedCompetency = defineRule<{ readonly competency: Competency }>({
  name: 'model/unused-competency',
  severity: 'hint',
  options: {},
  unnecessary: true,
  summary: {
    en: 'Every competency is held, wanted, required or exchanged.',
    fr: 'Chaque compétence est maîtrisée, souhaitée, exigée ou transmise.',
  },
  why: {
    en: 'A competency that nothing speaks of is a leftover, or a gap in what was asked.',
    fr: 'Une compétence dont rien ne parle est un reliquat, ou un oubli dans ce qui a été recueilli.',
  },
  examples: {
    bad: 'competency logistics "Logistics"\n',
    good: 'competency logistics "Logistics"\nmember anna "Anna Morel" { wants logistics }\n',
  },
  message: {
    en: ({ competency }) => `nobody holds or wants ${competency.label}, and nothing requires it`,
    fr: ({ competency }) => `personne ne maîtrise ni ne souhaite ${competency.label}, et rien ne l’exige`,
  },
  check(model, report) {
    const used = usedIn(model);
    for (const competency of model.competencies) {
      if (used.has(competency)) continue;
      report({ at: atName(competency), subjects: [competency.id], evidence: {}, values: { competency } });
    }
  },
  fixes({ at, values: { competency } }, { snapshot, competencies }) {
    const file = snapshot.files.get(at.file);
    if (!file) return [];
    // Narrower ones, which are not used either, would be left within nothing.
    const narrower = competencies.flatMap(({ file: path, node, within }) => {
      const property = within === competency ? propertyOf(node, 'within') : undefined;
      const around = property && snapshot.files.get(path);
      return around && property ? [removeItem(around, property)] : [];
    });
    const title = { en: `Remove ${competency.label}`, fr: `Supprimer ${competency.label}` };
    return [{ title, preferred: true, edits: [removeItem(file, competency.node), ...narrower] }];
  },
});

/** Competencies that somebody has or wants, that something requires or a link is in, and all broader ones. */
function usedIn(model: Model): ReadonlySet<Competency> {
  const used = new Set<Competency>();
  const use = (competency: Competency): void => {
    if (used.has(competency)) return;
    used.add(competency);
    competency.broader.forEach(use);
  };
  for (const person of [...model.members, ...model.stakeholders]) {
    for (const { competency } of [...person.has, ...person.wants]) use(competency);
  }
  for (const { requirements } of model.tasks) for (const { competency } of requirements) use(competency);
  for (const { competency } of model.links) if (competency) use(competency);
  for (const competency of model.competencies) if (!used.has(competency) && isMentioned(model, competency)) use(competency);
  return used;
}

/** Is it referred to by what does not count, such as a skill without a level? */
function isMentioned({ snapshot, entity }: Model, competency: Competency): boolean {
  const refers = (file: SourceFile): boolean =>
    referencesIn(file).some(({ ref, kinds, word }) => {
      if (word === 'within' || ref.name?.text !== competency.name) return false;
      const declared = meant(names(snapshot).resolve(ref, kinds));
      return declared !== null && entity(declared) === competency;
    });
  return [...snapshot.files.values()].some((file) => file.text.includes(competency.node.name?.text ?? '') && refers(file));
}
