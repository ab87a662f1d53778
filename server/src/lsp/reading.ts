import { type Configured, parseConfig, unconfigured } from '../config/parse';
import { type Day, dayOf, today } from '../model/calendar';
import { messageOf } from '../rules/answer';
import { rules } from '../rules/catalogue';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Remark } from './analysisMessages';

/** The day that findings are as of: the configured one, else today. */
export function dayFor({ config }: Configured): Day {
  return (config.today === null ? null : dayOf(config.today)) ?? today();
}

/** What is in force: of a configuration that is not valid, the last one that was. */
export function configuredBy(text: string | null, last: Configured | undefined): Configured {
  if (text === null) return unconfigured;
  const asked = parseConfig(text, rules);
  return asked.problems.length > 0 && last ? { ...asked, config: last.config } : asked;
}

/** A finding in the reader's language. */
export function remarkOn(finding: Finding, language: Language): Remark {
  const { rule, severity, found } = finding;
  return {
    rule: rule.name,
    severity,
    span: found.at.span,
    message: messageOf(finding, language),
    related: (found.related ?? []).map(({ at, message }) => ({ ...at, message: message[language] })),
    unnecessary: rule.unnecessary ?? false,
  };
}
