import { type CompletionItem, CompletionItemKind, type CompletionList, InsertTextFormat, TextEdit } from 'vscode-languageserver';
import type { Topic } from '../features/about';
import type { Completion, Suggestion } from '../features/completion';
import { fold } from '../features/fold';
import type { Lines } from './lines';
import { type Abilities, range } from './toLsp';

/** What a suggestion is known by when more is asked of it. */
export interface SuggestionData {
  readonly uri: string;
  readonly topic: Topic;
}

export function completionList(
  { span, whole, suggestions, incomplete }: Completion,
  uri: string,
  lines: Lines,
  abilities: Abilities,
): CompletionList {
  const insert = range(lines, span);
  const replace = range(lines, whole);
  const shown = suggestions.filter(({ template }) => template === null || abilities.snippets);
  return {
    isIncomplete: incomplete,
    items: shown.map((suggestion, index) => {
      const newText = suggestion.template ?? suggestion.text;
      return {
        ...completionItem(suggestion, uri, abilities),
        textEdit: abilities.insertReplace ? { newText, insert, replace } : TextEdit.replace(insert, newText),
        sortText: String(index).padStart(4, '0'),
      };
    }),
  };
}

function completionItem(suggestion: Suggestion, uri: string, { labelDetails, commitCharacters }: Abilities): CompletionItem {
  const { text, what, title, fit, template, topic, commits } = suggestion;
  const description = fit || title;
  // There is room for one of the two beside the label.
  const detail = [suggestion.detail, ...(labelDetails && description === title ? [] : [title]), fit].filter(Boolean).join(' · ');
  return {
    label: text,
    kind: completionKinds[what],
    ...(labelDetails && description ? { labelDetails: { description } } : {}),
    ...(detail ? { detail } : {}),
    ...(template === null ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(commitCharacters && commits !== '' ? { commitCharacters: [...commits] } : {}),
    // Found by its title too, and without accents.
    filterText: [...new Set([text, title ?? '', fold(text), fold(title ?? '')])].filter(Boolean).join(' '),
    ...(topic ? { data: { uri, topic } satisfies SuggestionData } : {}),
  };
}

const completionKinds: Readonly<Record<Suggestion['what'], CompletionItemKind>> = {
  word: CompletionItemKind.Keyword,
  level: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Reference,
  date: CompletionItemKind.Value,
  template: CompletionItemKind.Snippet,
  newName: CompletionItemKind.Text,
  organization: CompletionItemKind.Module,
  period: CompletionItemKind.Constant,
  scale: CompletionItemKind.Enum,
  competency: CompletionItemKind.Property,
  team: CompletionItemKind.Module,
  member: CompletionItemKind.Class,
  link: CompletionItemKind.Interface,
  client: CompletionItemKind.Module,
  task: CompletionItemKind.Function,
  assessment: CompletionItemKind.File,
  technique: CompletionItemKind.Operator,
  intervention: CompletionItemKind.Event,
  need: CompletionItemKind.Field,
  resource: CompletionItemKind.Value,
  stakeholder: CompletionItemKind.Class,
  strength: CompletionItemKind.Value,
  pitfall: CompletionItemKind.Value,
};
