import { framed } from '../../basis/document';
import type { Document } from '../../document';
import type { Review } from '../../review';
import { sayIn } from '../../say';
import { clientsPage } from './clients';
import { competenciesPage } from './competencies';
import { findingsPage } from './findings';
import { interventionsPage } from './interventions';
import { netPage } from './net';
import { statePage } from './state';
import { summaryPage } from './summary';

/** The review as people read it, from its data alone. */
export function reviewDocument(review: Review): Document {
  const { language, names, opening } = review;
  const say = sayIn(language, names, opening.scale.levels);
  return framed(review, say, kinds[language], [
    summaryPage(review, say),
    statePage(review, say),
    netPage(review, say),
    competenciesPage(review, say),
    clientsPage(review, say),
    interventionsPage(review, say),
    findingsPage(review, say),
  ]);
}

const kinds = { en: 'Review of the collaboration', fr: 'État des lieux de la collaboration' } as const;
