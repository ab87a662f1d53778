import type { Link, Model } from '../../model/model';
import { linksOf, strengthOf } from '../../model/network';
import type { SourceFile } from '../../model/snapshot';
import { replace } from '../../planning/edits';
import type { Span } from '../../text/span';
import { hasUnclearLinks } from '../halfTyped';
import { atLink } from '../place';
import { defineRule } from '../rule';

interface Values {
  readonly from: string;
  readonly to: string;
}

export const oneSided = defineRule<Values, { strength: number }>({
  name: 'network/one-sided',
  severity: 'hint',
  options: { strength: 4 },
  summary: { en: 'A strong collaboration is named from both sides.', fr: 'Une collaboration forte est nommée des deux côtés.' },
  why: {
    en: 'A strong collaboration that only one of the two names is either an oversight in the model, or a dependence that the other does not know of.',
    fr: 'Une collaboration forte que l’un des deux est seul à nommer est soit un oubli du modèle, soit une dépendance que l’autre ignore.',
  },
  source: 'Wasserman, S. & Faust, K. (1994). Social Network Analysis. Cambridge University Press',
  examples: {
    bad: `member anna "Anna Morel"
member bob "Bob Okafor"

link anna -> bob collaborates strength 5
`,
    good: `member anna "Anna Morel"
member bob "Bob Okafor"

link anna <-> bob collaborates strength 5
`,
  },
  message: {
    en: ({ from, to }) => `the close collaboration between ${from} and ${to} is named from one side alone`,
    fr: ({ from, to }) => `la collaboration étroite entre ${from} et ${to} n’est nommée que d’un côté`,
  },
  check(model, report, { strength }) {
    for (const link of model.links) {
      const { from, to, mutual, relation } = link;
      if (mutual || relation !== 'collaborates' || from === to || strengthOf(link) < strength) continue;
      if (!isHere(link) || isReturned(model, link) || hasUnclearLinks(model, from) || hasUnclearLinks(model, to)) continue;
      report({ at: atLink(link), subjects: [link.id, from.id, to.id], evidence: {}, values: { from: from.label, to: to.label } });
    }
  },
  fixes({ at }, model) {
    const file = model.snapshot.files.get(at.file);
    const arrow = file && arrowIn(file, at.span);
    if (!file || !arrow) return [];
    const title = { en: 'Make it mutual', fr: 'La rendre réciproque' };
    return [{ title, preferred: true, edits: [replace(file, arrow, '<->')] }];
  },
});

function isHere({ from, to }: Link): boolean {
  return [from, to].every((end) => end.kind !== 'member' || end.present);
}

function isReturned(model: Model, { from, to }: Link): boolean {
  return linksOf(model, to).some(
    (other) =>
      other.relation === 'collaborates' &&
      ((other.from === to && other.to === from) || (other.mutual && other.from === from && other.to === to)),
  );
}

/** The arrow of the link at `span`; one in a comment is none. */
function arrowIn(file: SourceFile, span: Span): Span | null {
  for (let start = file.text.indexOf('->', span.start); start >= 0 && start < span.end; start = file.text.indexOf('->', start + 1)) {
    if (!file.tree.comments.some((comment) => comment.start <= start && start < comment.end)) return { start, end: start + 2 };
  }
  return null;
}
