import type { Document, Section } from '../document';
import type { Say } from '../say';
import { annexPage } from './annexPage';
import type { Basis } from './basis';
import { findingsPage } from './findingsPage';
import { methodPage } from './methodPage';
import { openingFacts } from './openingFacts';

/** A report of some `kind`: its own `sections` between what it rests on and what it is traced to. */
export function documentOn(basis: Basis, say: Say, kind: string, sections: readonly Section[]): Document {
  return framed(basis, say, kind, [...sections, findingsPage(basis, say)]);
}

/** The same of a report that brings the page of its findings itself. */
export function framed(basis: Basis, say: Say, kind: string, sections: readonly Section[]): Document {
  const { language, opening, title } = basis;
  const text = texts[language];
  return {
    language,
    kind,
    title: title ?? text.untitled,
    facts: openingFacts(opening, say),
    sections: [...sections, methodPage(basis, say), annexPage(basis, say)],
    words: { ...text.words, colon: say.colon, semicolon: say.semicolon },
  };
}

const texts = {
  en: {
    untitled: 'Team without a declared organization',
    words: { contents: 'Contents', skip: 'Skip to the report', legend: 'Legend' },
  },
  fr: {
    untitled: 'Équipe sans organisation déclarée',
    words: { contents: 'Sommaire', skip: 'Aller au rapport', legend: 'Légende' },
  },
} as const;
