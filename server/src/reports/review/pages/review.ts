import type { Document } from '../../document';
import type { Review } from '../../review';
import { sayIn } from '../../say';
import { annexPage } from './annex';
import { clientsPage } from './clients';
import { competenciesPage } from './competencies';
import { findingsPage } from './findings';
import { interventionsPage } from './interventions';
import { methodPage } from './method';
import { netPage } from './net';
import { openingFacts } from './opening';
import { statePage } from './state';
import { summaryPage } from './summary';

/** The review as people read it, from its data alone. */
export function reviewDocument(review: Review): Document {
  const { language, names, opening, title } = review;
  const say = sayIn(language, names, opening.scale.levels);
  const text = texts[language];
  return {
    language,
    kind: text.kind,
    title: title ?? text.untitled,
    facts: openingFacts(review, say),
    sections: [
      summaryPage(review, say),
      statePage(review, say),
      netPage(review, say),
      competenciesPage(review, say),
      clientsPage(review, say),
      interventionsPage(review, say),
      findingsPage(review, say),
      methodPage(review, say),
      annexPage(review, say),
    ],
    words: { ...text.words, colon: say.colon, semicolon: say.semicolon },
  };
}

const texts = {
  en: {
    kind: 'Review of the collaboration',
    untitled: 'Team without a declared organization',
    words: { contents: 'Contents', skip: 'Skip to the review' },
  },
  fr: {
    kind: 'État des lieux de la collaboration',
    untitled: 'Équipe sans organisation déclarée',
    words: { contents: 'Sommaire', skip: 'Aller à l’état des lieux' },
  },
} as const;
