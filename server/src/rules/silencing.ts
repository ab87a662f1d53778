import { configurationWith, severityEdits } from '../config/change';
import { configFile } from '../config/config';
import { type Severity, stepDown } from '../config/severity';
import type { SourceFile } from '../model/snapshot';
import type { Item } from '../syntax/tree';
import type { Edit } from '../text/edit';
import type { Language } from '../text/localised';
import { contains, type Span } from '../text/span';
import type { Finding, Fix } from './rule';
import { canBeSilenced } from './silencers';

/**
 * Ways to have `finding` said no more, or more softly: here, in this file (both ask for a reason, which the author writes behind the colon),
 * and in the project. `config` is the text of the configuration, null without one. None for what cannot be silenced.
 */
export function silencing({ rule, severity, found }: Finding, file: SourceFile, config: string | null): readonly Fix[] {
  if (!canBeSilenced(rule.name)) return [];
  const { name } = rule;
  const line = lineToComment(file, found.at.span);
  const milder = stepDown(severity);
  const fixes: readonly Fix[] = [
    {
      title: { en: `Silence ${name} here, and say why`, fr: `Écarter ${name} ici, en disant pourquoi` },
      preferred: false,
      edits: [insertion(file, line.start, `${line.indent}// collab-ignore ${name}: `)],
    },
    {
      title: { en: `Silence ${name} in this file, and say why`, fr: `Écarter ${name} dans ce fichier, en disant pourquoi` },
      preferred: false,
      edits: [insertion(file, 0, `// collab-ignore-file ${name}: `)],
    },
    ...(milder === severity
      ? []
      : [
          {
            title: {
              en: `Lower ${name} to ${words.en[milder]} in ${configFile}`,
              fr: `Ramener ${name} au rang ${words.fr[milder]} dans ${configFile}`,
            },
            preferred: false,
            edits: configured(name, milder, config),
          },
        ]),
    {
      title: { en: `Turn ${name} off in ${configFile}`, fr: `Désactiver ${name} dans ${configFile}` },
      preferred: false,
      edits: configured(name, 'off', config),
    },
  ];
  return fixes.filter(({ edits }) => edits.length > 0);
}

const words: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  en: { error: 'an error', warning: 'a warning', info: 'an info', hint: 'a hint' },
  fr: { error: 'd’erreur', warning: 'd’avertissement', info: 'd’information', hint: 'de piste' },
};

function configured(rule: string, severity: Severity | 'off', config: string | null): readonly Edit[] {
  const edits =
    config === null ? [{ span: { start: 0, end: 0 }, text: configurationWith(rule, severity) }] : severityEdits(config, rule, severity);
  return edits.map((edit) => ({ ...edit, file: configFile }));
}

function insertion(file: SourceFile, offset: number, comment: string) {
  return { file: file.path, span: { start: offset, end: offset }, text: `${comment}\n` };
}

/** The line that the innermost declaration or property around `span` starts, where nothing stands before it on that line. */
function lineToComment(file: SourceFile, span: Span): { readonly start: number; readonly indent: string } {
  const { lines, text, tree } = file;
  const around: Item[] = [];
  for (let items: readonly Item[] = tree.declarations; ; ) {
    const inner = items.find((item) => contains(item, span));
    if (!inner) break;
    around.unshift(inner);
    if (inner.type === 'property') break;
    items = inner.items;
  }
  for (const item of around) {
    const start = lines.starts[lines.lineOf(item.start)] ?? 0;
    const indent = text.slice(start, item.start);
    if (indent.trim() === '') return { start, indent };
  }
  return { start: lines.starts[lines.lineOf(span.start)] ?? 0, indent: '' };
}
