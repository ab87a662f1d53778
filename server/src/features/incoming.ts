import { memo } from '../model/memo';
import { meant, names } from '../model/names';
import { type Declared, outlineOf } from '../model/outline';
import { endKinds, type Reference } from '../model/references';
import { numberOf, scaleOf } from '../model/scale';
import type { Snapshot, SourceFile } from '../model/snapshot';
import type { Declaration } from '../syntax/tree';
import type { Kind } from '../syntax/vocabulary';
import type { Language, Localised } from '../text/localised';
import { fact } from './facts';
import { escaped, labelOf } from './markdown';
import { meantBy, referringTo } from './naming';

/** What others say of a declaration: who leads, who holds, which tasks. */
export function incomingFacts(snapshot: Snapshot, declared: Declared, language: Language): readonly string[] {
  const all = namersOf(snapshot, declared);
  const said = incoming.flatMap(({ kinds, word, label }) => {
    const labels = all.flatMap(({ by, reference }) => (kinds.includes(by.kind) && reference.word === word ? [labelOf(by)] : []));
    return fact(label, [...new Set(labels)].map(escaped), language);
  });
  const links = fact(linked, linkedWith(snapshot, declared, all).map(escaped), language);
  return declared.kind === 'competency' ? [...heldBy(snapshot, declared, language), ...said] : [...links, ...said];
}

interface Namer {
  readonly by: Declared;
  readonly reference: Reference;
}

/** The declarations that name `declared`, in project order. */
function namersOf(snapshot: Snapshot, declared: Declared): readonly Namer[] {
  return snapshot.inOrder().flatMap((file) =>
    referringTo(snapshot, file, declared).flatMap((reference) => {
      const by = declaredIn(file).get(reference.node);
      return by && meantBy(snapshot, reference) === declared ? [{ by, reference }] : [];
    }),
  );
}

const declaredIn = memo(
  (file: SourceFile): ReadonlyMap<Declaration, Declared> => new Map(outlineOf(file).declared.map((declared) => [declared.node, declared])),
);

function linkedWith(snapshot: Snapshot, declared: Declared, namers: readonly Namer[]): readonly string[] {
  const others = namers.flatMap(({ reference: { word, ref, node } }) => {
    if (word !== 'ends' || !node.ends) return [];
    const other = ref === node.ends.from ? node.ends.to : node.ends.from;
    return (other && meant(names(snapshot).resolve(other, endKinds))) ?? [];
  });
  return [...new Set(others)].filter((other) => other !== declared).map(labelOf);
}

/** Who holds the competency or a narrower one, the highest level first. */
function heldBy(snapshot: Snapshot, competency: Declared, language: Language): readonly string[] {
  const scale = scaleOf(snapshot);
  const highest = new Map<Declared, number>();
  for (const each of withNarrower(snapshot, competency)) {
    for (const { by, reference } of namersOf(snapshot, each)) {
      const level = reference.word === 'has' && reference.entry?.level ? numberOf(scale, reference.entry.level) : null;
      if (level !== null) highest.set(by, Math.max(level, highest.get(by) ?? 0));
    }
  }
  const holders = [...highest].sort(([, a], [, b]) => b - a);
  const shown = holders.map(([holder, level]) => escaped(`${labelOf(holder)} (${scale.levels[level - 1]?.name})`));
  return fact(held, shown.length > 0 ? shown : [nobody[language]], language);
}

function withNarrower(snapshot: Snapshot, competency: Declared): ReadonlySet<Declared> {
  const all = new Set([competency]);
  for (const each of all) {
    for (const { by, reference } of namersOf(snapshot, each)) if (by.kind === 'competency' && reference.word === 'within') all.add(by);
  }
  return all;
}

const linked: Localised = { en: 'Linked with', fr: 'En lien avec' };
const held: Localised = { en: 'Held by', fr: 'Maîtrisée par' };
const nobody: Localised = { en: 'nobody', fr: 'personne' };

interface Incoming {
  readonly kinds: readonly Kind[];
  readonly word: string;
  readonly label: Localised;
}

const incoming: readonly Incoming[] = [
  { kinds: ['member'], word: 'team', label: { en: 'Members', fr: 'Membres' } },
  { kinds: ['team', 'competency'], word: 'within', label: { en: 'Includes', fr: 'Comprend' } },
  { kinds: ['team'], word: 'lead', label: { en: 'Leads', fr: 'À la tête de' } },
  { kinds: ['task'], word: 'assigned', label: { en: 'Works on', fr: 'Travaille sur' } },
  { kinds: ['task'], word: 'with', label: { en: 'Takes part in', fr: 'Participe à' } },
  { kinds: ['member', 'stakeholder'], word: 'wants', label: { en: 'Wanted by', fr: 'Souhaitée par' } },
  { kinds: ['task'], word: 'requires', label: { en: 'Required by', fr: 'Exigée par' } },
  { kinds: ['task'], word: 'for', label: { en: 'Tasks', fr: 'Tâches' } },
  { kinds: ['task'], word: 'uses', label: { en: 'Used by', fr: 'Utilisée par' } },
  { kinds: ['task'], word: 'after', label: { en: 'Before', fr: 'Avant' } },
  { kinds: ['intervention'], word: 'answers', label: { en: 'Answered by', fr: 'Intervention prévue' } },
  { kinds: ['intervention'], word: 'technique', label: { en: 'Used in', fr: 'Utilisée dans' } },
  { kinds: ['intervention'], word: 'owner', label: { en: 'Sees to', fr: 'Responsable de' } },
  { kinds: ['intervention'], word: 'involves', label: { en: 'Interventions', fr: 'Interventions' } },
];
