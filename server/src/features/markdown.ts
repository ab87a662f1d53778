import type { Declared } from '../model/outline';

/** What people call a declaration: its title, else its name. */
export function labelOf({ node, name }: Declared): string {
  return node.title?.value || name;
}

/** `text` on one line of Markdown, so that it reads as it stands. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<~&]/g, '\\$&').replaceAll('\n', ' ');
}
