import type { Entity, Model, Person } from '../model/model';
import { linksOf } from '../model/network';
import { addDeclaration, topLevelAround } from '../planning/edits';
import { referenceTo } from '../planning/reference';
import type { Localised } from '../text/localised';
import type { Fix } from './rule';
import { inCommon, type Match } from './sharing';
import { listed } from './wording';

/** A link that a fix writes into the model. */
export interface NewLink {
  readonly from: Person;
  readonly arrow: '->' | '<->';
  readonly to: Person;
  /** What follows the ends, `mentors in user-research`. */
  readonly how: string;
}

/** Links each pair as colleagues; null where somebody cannot be named in a link. */
export function linkFix(model: Model, pairs: readonly Match[], preferred: 'preferred' | 'other'): Fix | null {
  const links = pairs.map(({ from, to }): NewLink => ({ from, arrow: '<->', to, how: 'collaborates' }));
  return newLinkFix(model, links, linkTitle(pairs), preferred);
}

/**
 * Declares `links` under the title `title`: below the last link of one of the people in the file of the first, else below the last
 * link there, else below the last of the project, else below the last member of that file. Null where somebody cannot be named in a link.
 */
export function newLinkFix(model: Model, links: readonly NewLink[], title: Localised, preferred: 'preferred' | 'other'): Fix | null {
  const [first] = links;
  if (!first) return null;
  const texts = links.map(({ from, arrow, to, how }) => {
    const [a, b] = [from, to].map((person) => referenceTo(model, person, { kind: 'link', word: 'ends' }));
    return a && b ? `link ${a} ${arrow} ${b} ${how}` : null;
  });
  const anchor = anchorOf(model, first);
  const around = topLevelAround(model.snapshot, anchor.file, anchor.node);
  if (!around || texts.includes(null)) return null;
  return { title, preferred: preferred === 'preferred', edits: [addDeclaration(around.file, around.declaration, texts.join('\n'))] };
}

function linkTitle(pairs: readonly Match[]): Localised {
  const [only] = pairs;
  const shared = only && pairs.length === 1 ? inCommon(only) : null;
  const en = listed(
    'en',
    pairs.map(({ from, to }) => `${from.label} to ${to.label}`),
  );
  const fr = listed(
    'fr',
    pairs.map(({ from, to }) => `${from.label} à ${to.label}`),
  );
  return { en: `Link ${en}${shared ? `: ${shared.en}` : ''}`, fr: `Relier ${fr}${shared ? ` : ${shared.fr}` : ''}` };
}

function anchorOf(model: Model, { from, to }: NewLink): Entity {
  const theirs = [from, to].flatMap((person) => linksOf(model, person)).filter(({ file }) => file === from.file);
  const lowest = theirs.toSorted((a, b) => a.node.start - b.node.start).at(-1);
  const inFile = ({ file }: Entity) => file === from.file;
  return lowest ?? model.links.findLast(inFile) ?? model.links.at(-1) ?? model.members.findLast(inFile) ?? from;
}
