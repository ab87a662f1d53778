import type { Declaration, Property } from '../../syntax/tree';
import { formOf, type Kind } from '../../syntax/vocabulary';
import type { Span } from '../../text/span';
import { meant } from '../names';
import type { Declared } from '../outline';
import type { Lookup } from './fault';

/** Reports what `node` says twice, and `node` itself where the project has one of it. */
export function reportRepeats(node: Declaration, lookup: Lookup): void {
  reportSecondOfProject(node, lookup);
  reportProperties(node, lookup);
  reportValues(node, lookup);
}

/** Reports `declared` where its name is that of another. */
export function reportSecondOfName(declared: Declared, { names, report }: Lookup): void {
  const { node, owner } = declared;
  const first = names.firstOf(declared);
  if (!first) return;
  // Where the owner itself is a second declaration, or the project has one of it, that is the one fault.
  const isOfSecondOwner = owner !== null && first.owner !== null && owner !== first.owner;
  const isSecondOrganization = node.kind === 'organization' && first.kind === 'organization';
  if (!isOfSecondOwner && !isSecondOrganization) report({ fault: 'duplicate-name', at: headOf(node), node, declared, first });
}

/** The organization, the period and the scale stand once in a project. */
function reportSecondOfProject(node: Declaration, { names, report }: Lookup): void {
  const { kind } = node;
  if (kind !== 'organization' && kind !== 'period' && kind !== 'scale') return;
  const first = names.sole(kind);
  if (!first || first.node === node) return;
  const at = { file: first.file, span: headOf(first.node), text: kind };
  report({ fault: 'duplicate-property', at: headOf(node), node, what: 'declaration', text: kind, word: kind, first: at, second: node });
}

/** Properties that stand once, and choices that exclude each other. */
function reportProperties(node: Declaration, { file, report }: Lookup): void {
  const first = new Map<string, Property>();
  for (const property of node.items) {
    if (property.type !== 'property') continue;
    const form = formOf(node.kind, property.word);
    if (!form || form.list) continue;
    const slot = form.group ?? property.word;
    const before = first.get(slot);
    if (!before) {
      first.set(slot, property);
      continue;
    }
    const what = before.word === property.word ? 'property' : 'choice';
    const at = { file: file.path, span: spanOf(before), text: before.word };
    report({
      fault: 'duplicate-property',
      at: spanOf(property),
      node,
      what,
      text: property.word,
      word: property.word,
      first: at,
      second: property,
    });
  }
}

/** Of these, the same one stands once in a list. */
const onceInList: ReadonlySet<Kind> = new Set<Kind>(['member', 'stakeholder', 'team', 'need']);

/** The same person, team, need or level twice in one joined list; people may be heard more than once, but once at a time. */
function reportValues(node: Declaration, { file, names, report }: Lookup): void {
  const lists = new Map<string, Map<unknown, Span>>();
  for (const property of node.items) {
    if (property.type !== 'property') continue;
    const form = formOf(node.kind, property.word);
    if (!form || !joins.has(form.shape)) continue;
    const joined = form.shape !== 'heard' && lists.get(property.word);
    const first = joined || new Map<unknown, Span>();
    lists.set(property.word, first);
    for (const entry of property.entries) {
      const declared = entry.ref && meant(names.resolve(entry.ref, form.kinds ?? []));
      const value = declared && onceInList.has(declared.kind) ? declared : entry.name?.text;
      const words = entry.ref ?? entry.name;
      if (value === undefined || !words) continue;
      const before = first.get(value);
      if (!before) {
        first.set(value, spanOf(words));
        continue;
      }
      const text = file.text.slice(words.start, words.end);
      const at = { file: file.path, span: before, text };
      report({ fault: 'duplicate-property', at: spanOf(words), node, what: 'value', text, word: property.word, first: at, second: entry });
    }
  }
}

const joins: ReadonlySet<string> = new Set(['refs', 'assignees', 'participants', 'heard', 'levels']);

/** The name in a declaration; its word where it has none. */
function headOf(node: Declaration): Span {
  return spanOf(node.name ?? node.keyword);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
