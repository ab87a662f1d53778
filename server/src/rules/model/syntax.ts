import type { Problem } from '../../syntax/problems';
import { defineFileRule } from '../rule';
import { subjectsAround } from './around';

export const syntax = defineFileRule<{ readonly problem: Problem }>({
  name: 'model/syntax',
  severity: 'error',
  options: {},
  summary: { en: 'Every file follows the grammar.', fr: 'Chaque fichier suit la grammaire.' },
  why: {
    en: 'What cannot be read is not part of the model: whoever relies on the findings relies on less than was written.',
    fr: 'Ce qui ne peut être lu ne fait pas partie du modèle : qui se fie aux constats se fie alors à moins que ce qui est écrit.',
  },
  examples: {
    bad: 'member anna "Anna Morel" {\n  role "UX lead"\n\nteam web "Web"\n',
    good: 'member anna "Anna Morel" {\n  role "UX lead"\n}\n\nteam web "Web"\n',
  },
  message: { en: ({ problem }) => problem.message.en, fr: ({ problem }) => problem.message.fr },
  checkFile(_, file, report) {
    for (const problem of file.tree.problems) {
      const at = { file: file.path, span: problem.span };
      report({ at, subjects: subjectsAround(file, problem.span), evidence: {}, values: { problem } });
    }
  },
  fixes({ at, values: { problem } }) {
    if (!problem.fix) return [];
    const { title, span, text } = problem.fix;
    // What would take away more than a stray comma or brace is for the author to judge.
    const preferred = text !== '' || span.end - span.start === 1;
    return [{ title, preferred, edits: [{ file: at.file, span, text }] }];
  },
});
