import { configFile } from '../../config/config';
import type { Localised } from '../../text/localised';
import { defineRule } from '../rule';

interface Values {
  readonly problem: Localised;
}

export const config = defineRule<Values>({
  name: 'model/config',
  severity: 'error',
  options: {},
  summary: { en: 'The configuration of the project is valid.', fr: 'La configuration du projet est valide.' },
  why: {
    en: 'Of a configuration with a mistake nothing is in force: thresholds and rules are then not those that the project has agreed on.',
    fr: 'D’une configuration erronée, rien ne s’applique : les seuils et les règles ne sont alors pas ceux dont le projet est convenu.',
  },
  examples: {
    bad: '{ "rules": { "network/silo": "sometimes" } }\n',
    good: '{ "rules": { "network/silo": "info" } }\n',
  },
  message: { en: ({ problem }) => problem.en, fr: ({ problem }) => problem.fr },
  check() {},
  checkConfig({ problems }, report) {
    for (const { span, message } of problems) {
      report({ at: { file: configFile, span }, subjects: [], evidence: {}, values: { problem: message } });
    }
  },
});
