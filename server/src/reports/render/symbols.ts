import { Markup, markup } from './markup';

/** A shape for each severity and state: none is told apart by its colour alone. */
const shapes: Readonly<Record<string, string>> = {
  error:
    '<path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM4.9 6.3 6.6 8 4.9 9.7l1.4 1.4L8 9.4l1.7 1.7 1.4-1.4L9.4 8l1.7-1.7-1.4-1.4L8 6.6 6.3 4.9z" fill-rule="evenodd"/>',
  warning: '<path d="M8 .8 16 15H0zM7 5.5l.3 4.6h1.4L9 5.5zm0 5.9v1.8h2v-1.8z" fill-rule="evenodd"/>',
  info: '<path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM7 3.6v1.9h2V3.6zm0 3.2v5.6h2V6.8z" fill-rule="evenodd"/>',
  hint: '<path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8z" fill-rule="evenodd"/>',
  good: '<path d="m1.5 8.6 1.8-1.8 3 3 6.4-6.7 1.8 1.8-8.2 8.5z"/>',
  pending: '<path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.8v10.4A5.2 5.2 0 0 0 8 2.8z" fill-rule="evenodd"/>',
  missing: '<path d="m3.5 1.9 4.5 4.5 4.5-4.5 1.6 1.6L9.6 8l4.5 4.5-1.6 1.6L8 9.6l-4.5 4.5-1.6-1.6L6.4 8 1.9 3.5z"/>',
};

/** Defines the shapes once for the page. */
export const symbols = new Markup(
  `<svg class="symbols" aria-hidden="true" width="0" height="0">${Object.entries(shapes)
    .map(([name, shape]) => `<symbol id="symbol-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
    .join('')}</svg>`,
);

/** The shape that stands before the word it means. */
export function symbol(name: string): Markup {
  return markup`<svg aria-hidden="true"><use href="#symbol-${name}"/></svg>`;
}
