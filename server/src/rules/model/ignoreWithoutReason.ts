import { defineFileRule } from '../rule';
import { silencersOf } from '../silencers';
import { subjectsAround } from './around';

export const ignoreWithoutReason = defineFileRule<Record<never, never>>({
  name: 'model/ignore-without-reason',
  severity: 'warning',
  options: {},
  summary: { en: 'Whoever silences a rule says why.', fr: 'Qui écarte un constat dit pourquoi.' },
  why: {
    en: 'A finding that is set aside without a reason cannot be explained to those whom it is about, nor be taken up again when the reason is gone.',
    fr: 'Un constat écarté sans raison ne peut être expliqué aux intéressés, ni repris quand la raison a disparu.',
  },
  examples: {
    bad: '// collab-ignore client/context-missing\nclient acme "Acme Transports"\n',
    good: '// collab-ignore client/context-missing: first meeting on Monday\nclient acme "Acme Transports"\n',
  },
  message: {
    en: () => 'this comment silences nothing until it gives a reason, after a colon',
    fr: () => 'ce commentaire n’écarte aucun constat tant qu’il ne donne pas de raison, après un deux-points',
  },
  checkFile(_, file, report) {
    for (const { at, reason } of silencersOf(file)) {
      if (reason === null) report({ at: { file: file.path, span: at }, subjects: subjectsAround(file, at), evidence: {}, values: {} });
    }
  },
});
