import { type Card, code, empty, lead, type Section, section } from '../document';
import type { Say } from '../say';
import type { Basis } from './basis';
import { asSentence, cardOf } from './finding';
import type { TracedFinding } from './findings';

/** The findings that a report is about, gravest first: what each says, and what shows it. */
export function findingsPage({ findings }: Basis, say: Say): Section {
  const text = texts[say.language];
  const inOrder = [...findings].sort((a, b) => a.number - b.number);
  const cards = inOrder.map((finding) => card(finding, say));
  return section('findings', text.title, [lead(text.lead), ...(cards.length === 0 ? [empty(text.none)] : cards)]);
}

function card({ number, severity, message, rule, file, range, shownBy, why }: TracedFinding, say: Say): Card {
  const text = texts[say.language];
  return {
    kind: 'card',
    id: cardOf(number),
    number,
    severity,
    severityText: say.word.severity[severity],
    title: asSentence(message),
    origin: [{ kind: 'place', file, line: range?.start.line ?? null }, ' · ', code(rule)],
    facts: [...(shownBy === null ? [] : [{ term: text.evidence, values: [[shownBy]] }]), { term: text.why, values: [[why]] }],
  };
}

const en = {
  title: 'Findings on this subject',
  lead: 'What the rules find here, the gravest first. What can be done about each stands in the review.',
  none: 'The rules that are on find nothing on this subject.',
  evidence: 'What shows it',
  why: 'Why it matters',
};

const fr: typeof en = {
  title: 'Constats sur ce sujet',
  lead: 'Ce que les règles relèvent ici, le plus grave d’abord. Ce que l’on peut y faire figure dans l’état des lieux.',
  none: 'Les règles actives ne relèvent rien sur ce sujet.',
  evidence: 'Ce qui le montre',
  why: 'Enjeu',
};

const texts = { en, fr };
