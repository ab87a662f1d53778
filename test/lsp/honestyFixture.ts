import type { Range } from 'vscode-languageserver/node';
import { behind, type Editor } from './editor';

/** What the server announces, and what it must answer to be believed. */
export interface Announced {
  /** What a client must have learnt to be told of it, as a path in its capabilities; null for what every client has. */
  readonly needs: string | null;
  /** Asks in an editor where `fixture` is open; the text is left as it was. */
  ask(asked: Asked): Promise<unknown>;
  /** All of the answer that is to be judged. */
  readonly answer: unknown;
}

export interface Asked {
  readonly editor: Editor;
  readonly uri: string;
}

/** The file `model.collab`, which is open. */
export const fixture = `competency research "Research" { critical ref "https://example.org/research" }
member anna "Anna Morel" { has research 4 }
member bob "Bob Okafor"
team web "🎸 Web" { lead anna }

client acme "Acme" {
  need faster "Faster"
}

task talks "Interviews" { requires research 3 for faster assigned   bob }

period spring 2026-04-06 to 2026-04-17
`;

/** The day is settled, so that answers are the same tomorrow. */
export const files = {
  'model.collab': fixture,
  'review.collab': 'assessment review on 2026-04-02 { scope web }\n',
  'collab.config.json': '{ "today": "2026-04-10", "exclude": ["old/draft.collab"] }\n',
};

export const options = { tabSize: 2, insertSpaces: true };

/** The place behind the first `before`. */
export function at({ uri }: Asked, before: string) {
  return { textDocument: { uri }, position: behind(fixture, before) };
}

/** Lines and columns from 1. */
export function whereOf(found: unknown): readonly string[] {
  return [found].flat().flatMap((each) => {
    const { range } = each as { readonly range?: Range };
    return range ? `${written(range.start)}–${written(range.end)}` : [];
  });
}

function written({ line, character }: Range['start']): string {
  return `${line + 1}:${character + 1}`;
}
