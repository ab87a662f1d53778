type Child = Node | string | null;

/** Attributes as written in HTML; what is null or false is left out, what is true is there. Styles have their own rooms: none stands in an element. */
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

/** What is said to who does not see it. */
export function unseen(text: string): HTMLElement {
  return h('span', { class: 'unseen' }, text);
}

function setAttribute(element: Element, name: string, value: string | number | boolean | null): void {
  if (value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** A text by its letters alone: without accents and capitals. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Is what one looks for in one of the texts? */
export function isFound(query: string, ...texts: readonly (string | null)[]): boolean {
  return query === '' || texts.some((text) => text !== null && folded(text).includes(query));
}

/** Does `call` once before the next frame, however often it is asked for. */
export function perFrame(call: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      call();
    });
  };
}

/** The value of a colour of the theme. */
export function themeColor(name: string, otherwise: string): string {
  return getComputedStyle(document.body).getPropertyValue(name).trim() || otherwise;
}
