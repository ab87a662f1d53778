import { severities } from '../../../rules/rule';
import { asSentence } from '../../basis/finding';
import {
  type Block,
  type Cell,
  empty,
  lead,
  lines,
  number,
  numbers,
  quiet,
  type Section,
  section,
  state,
  strong,
  table,
  words,
} from '../../document';
import type { Review } from '../../review';
import type { Say } from '../../say';
import type { ReviewedFinding } from '../findings';
import type { InterventionReviewed } from '../interventions';
import { gapsOf, numbered, referTo } from './finding';

export function summaryPage(review: Review, say: Say): Section {
  const text = texts[say.language];
  const { summary, findings } = review;
  const risks = numbered(findings, summary.risks);
  const opening = lead(text.lead(findings.length, summary.answered, say));
  const ranking: Block = { kind: 'ranking', items: risks.map((finding) => ({ mark: markOf(finding, say), text: referTo(finding, say) })) };
  return section('summary', text.title, findings.length > 0 ? [opening, countsTable(review, say)] : [opening], [
    section('risks', text.risks, [risks.length > 0 ? ranking : empty(text.noRisks)]),
    section('actions', text.actions, [actions(review, say)]),
  ]);
}

function countsTable({ summary }: Review, say: Say): Block {
  const text = texts[say.language];
  const count = (value: number): Cell => number(value, value === 0 ? '–' : String(value));
  const rows = summary.steps
    .filter((step) => step.group !== 'model' || severities.some((severity) => step[severity] > 0))
    .map((step): readonly Cell[] => [[say.word.group[step.group]], ...severities.map((severity) => count(step[severity]))]);
  const total: readonly Cell[] = [[strong(text.total)], ...severities.map((severity) => count(summary.counts[severity]))];
  return table(
    text.counts,
    [words(text.step, 5), ...severities.map((severity) => numbers(say.word.severities[severity], 3))],
    [...rows, total],
  );
}

/** What is under way, then what is to be decided for the main risks. */
function actions({ summary, interventions, findings }: Review, say: Say): Block {
  const text = texts[say.language];
  const rows = [
    ...interventions
      .filter(({ name }) => summary.actions.underWay.includes(name))
      .map((intervention) => underWay(intervention, findings, say)),
    ...numbered(findings, summary.actions.toDecide).map((finding) => toDecide(finding, say)),
  ];
  if (rows.length === 0) return empty(text.noActions);
  return table(text.actions, [words(text.action, 6), words(text.against, 7), words(text.status, 4)], rows);
}

function underWay(intervention: InterventionReviewed, findings: readonly ReviewedFinding[], say: Say): readonly Cell[] {
  const text = texts[say.language];
  const { name, owner, to, status } = intervention;
  const details = [...(owner ? [text.owner(say.name(owner))] : []), ...(to ? [text.until(say.date(to))] : [])];
  const gaps = gapsOf(intervention, findings, say);
  return [
    [say.name(name), ...(details.length > 0 ? [quiet(details.join(', '))] : [])],
    gaps.length > 0 ? lines(gaps) : [quiet(text.noGap)],
    [state('good', say.word.intervention[status])],
  ];
}

function toDecide(finding: ReviewedFinding, say: Say): readonly Cell[] {
  return [[measureAgainst(finding, say)], referTo(finding, say), [state('pending', texts[say.language].toDecide)]];
}

/** What the tools propose first, else the first technique known to answer it. */
function measureAgainst({ fixes, techniques }: ReviewedFinding, say: Say): string {
  const [fix] = fixes;
  if (fix) return asSentence(fix);
  const [technique] = techniques;
  return technique ? say.name(technique) : texts[say.language].discuss;
}

function markOf({ severity }: ReviewedFinding, say: Say) {
  return { kind: 'severity', severity, text: say.word.severity[severity] } as const;
}

const en = {
  title: 'Summary',
  lead: (count: number, answered: number, say: Say) =>
    count === 0
      ? 'The rules that are on find nothing to report.'
      : `${say.plural(count, 'finding', 'findings')}, ${answered === 0 ? 'none of them answered by an intervention yet' : answered === count ? 'each answered by an intervention' : `${answered} of them answered by an intervention`}. They describe how the work is organized; none is a judgement of a person.`,
  counts: 'Findings by step and severity',
  step: 'Step',
  total: 'All',
  risks: 'Main risks',
  noRisks: 'No finding is an error or a warning.',
  actions: 'Actions',
  noActions: 'Nothing is under way, and no main risk waits for a decision.',
  action: 'Action',
  against: 'Against',
  noGap: 'no finding of this review',
  status: 'Status',
  owner: (name: string) => `owner: ${name}`,
  until: (date: string) => `until ${date}`,
  toDecide: 'to be decided',
  discuss: 'To be discussed',
};

const fr: typeof en = {
  title: 'Synthèse',
  lead: (count, answered, say) =>
    count === 0
      ? 'Les règles actives ne relèvent rien.'
      : `${say.plural(count, 'constat', 'constats')}, ${answered === 0 ? 'encore sans intervention pour y répondre' : answered === count ? 'auxquels répond chaque fois une intervention' : `dont ${answered} ${answered === 1 ? 'auquel' : 'auxquels'} répond une intervention`}. Ils décrivent l’organisation du travail ; aucun ne juge une personne.`,
  counts: 'Constats par étape et par gravité',
  step: 'Étape',
  total: 'Ensemble',
  risks: 'Principaux risques',
  noRisks: 'Aucun constat n’est une erreur ni un avertissement.',
  actions: 'Actions',
  noActions: 'Rien n’est en cours, et aucun risque principal n’attend de décision.',
  action: 'Action',
  against: 'Contre',
  noGap: 'aucun constat de cet état des lieux',
  status: 'État',
  owner: (name) => `responsable : ${name}`,
  until: (date) => `jusqu’au ${date}`,
  toDecide: 'à décider',
  discuss: 'À discuter',
};

const texts = { en, fr };
