import { configurationWithout, turnedOff } from '../config/change';
import { configFile } from '../config/config';
import type { SourceFile } from '../model/snapshot';
import type { Item } from '../syntax/tree';
import { contains, type Span } from '../text/span';
import type { Finding, Fix } from './rule';
import { canBeSilenced } from './silencers';

/**
 * Ways to have `finding` said no more: here, in this file (both ask for a reason, which the author writes behind the colon), and in the project.
 * `config` is the text of the configuration, null without one. None for what cannot be silenced.
 */
export function silencing({ rule, found }: Finding, file: SourceFile, config: string | null): readonly Fix[] {
  if (!canBeSilenced(rule.name)) return [];
  const { name } = rule;
  const line = lineToComment(file, found.at.span);
  const inConfig = config === null ? [{ span: { start: 0, end: 0 }, text: configurationWithout(name) }] : turnedOff(config, name);
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
    {
      title: { en: `Turn ${name} off in ${configFile}`, fr: `Désactiver ${name} dans ${configFile}` },
      preferred: false,
      edits: inConfig.map((edit) => ({ ...edit, file: configFile })),
    },
  ];
  return fixes.filter(({ edits }) => edits.length > 0);
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
