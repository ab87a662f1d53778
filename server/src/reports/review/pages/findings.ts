import { groups } from '../../../rules/rule';
import { asSentence, cardOf } from '../../basis/finding';
import { groupOf } from '../../basis/findings';
import { type Card, code, empty, type Fact, lead, type Rich, type Section, section } from '../../document';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { ReviewedFinding } from '../findings';

/** Each finding as fact, evidence, why it matters, what to do. */
export function findingsPage({ findings }: Review, say: Say): Section {
  const text = texts[say.language];
  const inOrder = [...findings].sort((a, b) => a.number - b.number);
  const sections = groups
    .map((group) => ({ group, found: inOrder.filter(({ rule }) => groupOf(rule) === group) }))
    .filter(({ found }) => found.length > 0)
    .map(({ group, found }) =>
      section(
        `findings-${group}`,
        say.word.group[group],
        found.map((finding) => card(finding, say)),
      ),
    );
  return section('findings', text.title, [lead(text.lead), ...(findings.length === 0 ? [empty(text.none)] : [])], sections);
}

function card(finding: ReviewedFinding, say: Say): Card {
  const { number, severity, message, rule, file, range } = finding;
  return {
    kind: 'card',
    id: cardOf(number),
    number,
    severity,
    severityText: say.word.severity[severity],
    title: asSentence(message),
    origin: [{ kind: 'place', file, line: range?.start.line ?? null }, ' · ', code(rule)],
    facts: factsOf(finding, say),
  };
}

function factsOf(finding: ReviewedFinding, say: Say): readonly Fact[] {
  const text = texts[say.language];
  const { shownBy, why, answer, techniques } = finding;
  return [
    ...(shownBy === null ? [] : [{ term: text.evidence, values: [[shownBy]] }]),
    { term: text.why, values: [[why]] },
    ...(answer === null ? [] : [{ term: text.answer, values: [[answerOf(finding, say)]] }]),
    { term: text.whatToDo, values: measures(finding, say) },
    ...(techniques.length === 0 ? [] : [{ term: text.techniques, values: [[say.names(techniques)]] }]),
  ];
}

function answerOf({ answeredBy, answer, answerUntil }: ReviewedFinding, say: Say): string {
  const text = texts[say.language];
  const name = say.quoted(say.name(answeredBy ?? ''));
  if (answer === 'done') return text.done(name);
  const until = answerUntil === null ? null : say.date(answerUntil);
  return answer === 'lapsed' ? text.lapsed(name, until ?? '') : text.answered(name, until);
}

/** How many proposals one reads; the data has them all. */
const mostFixes = 3;

/** What the tools propose, or why they propose nothing. */
function measures({ fixes, noFix, techniques }: ReviewedFinding, say: Say): readonly Rich[] {
  const text = texts[say.language];
  if (fixes.length > 0) return fixes.slice(0, mostFixes).map((fix): Rich => [asSentence(fix)]);
  if (noFix !== null) return [[asSentence(noFix)]];
  return [[techniques.length > 0 ? text.choose : text.correct]];
}

const en = {
  title: 'Findings',
  lead: 'Each one says what is the case, what shows it, why it matters to the collaboration, and what can be done.',
  none: 'The rules that are on find nothing to report.',
  evidence: 'What shows it',
  why: 'Why it matters',
  answer: 'Answer',
  whatToDo: 'What to do',
  techniques: 'Techniques',
  choose: 'Choose an intervention with one of the techniques below.',
  correct: 'Correct the line, or silence the finding there with a reason.',
  answered: (name: string, until: string | null) =>
    `Answered by ${name}${until === null ? '' : ` until ${until}`}: one severity lower for as long.`,
  lapsed: (name: string, until: string) => `${name} was to answer it by ${until}; its end date is past and the finding still holds.`,
  done: (name: string) => `${name} is done, and the finding still holds.`,
};

const fr: typeof en = {
  title: 'Constats',
  lead: 'Chacun dit ce qui est, ce qui le montre, pourquoi cela compte pour la collaboration, et ce que l’on peut faire.',
  none: 'Les règles actives ne relèvent rien.',
  evidence: 'Ce qui le montre',
  why: 'Enjeu',
  answer: 'Réponse',
  whatToDo: 'Que faire',
  techniques: 'Techniques',
  choose: 'Choisir une intervention par l’une des techniques ci-dessous.',
  correct: 'Corriger la ligne, ou y écarter le constat en disant pourquoi.',
  answered: (name, until) => `${name} y répond${until === null ? '' : ` jusqu’au ${until}`} : un degré de gravité de moins jusque-là.`,
  lapsed: (name, until) => `${name} devait y répondre au plus tard le ${until} ; la date de fin est passée et le constat demeure.`,
  done: (name) => `L’intervention ${name} est terminée et le constat demeure.`,
};

const texts = { en, fr };
