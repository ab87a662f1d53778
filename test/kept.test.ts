import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unconfigured } from '../server/src/config/parse';
import { modelOf } from '../server/src/model/build';
import { dayOf } from '../server/src/model/calendar';
import { Snapshot } from '../server/src/model/snapshot';
import { messageOf } from '../server/src/rules/answer';
import { isOfModel, Memory } from '../server/src/rules/applied';
import { rules } from '../server/src/rules/catalogue';
import { type CheckedProject, checkProject, fixesOf } from '../server/src/rules/check';
import { reads } from '../server/src/rules/reads';
import type { Found } from '../server/src/rules/rule';
import { languages } from '../server/src/text/localised';
import { generate, sizes } from './bench/generate';
import { watched } from './harness/watched';

type Texts = readonly (readonly [path: string, text: string])[];

const today = dayOf('2026-04-10') ?? 0;
const samples: readonly Texts[] = readdirSync('samples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const paths = readdirSync(join('samples', name), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.collab'));
    return paths.map((path) => [path, readFileSync(join('samples', name, path), 'utf8')] as const);
  });
const examples: readonly Texts[] = rules.flatMap(({ examples: { bad, good } }) => [bad, good].map((text): Texts => [['a.collab', text]]));
const together: readonly Texts[] = Array.from({ length: 40 }, (_, at) =>
  [...Array(6).keys()].map((part) => [`${part}.collab`, examples[(at * 7 + part * 11) % examples.length]?.[0]?.[1] ?? ''] as const),
);

/** An edit: where in which file, what of the text there, and by what it is replaced; all as far as there is any of it. */
const edit = fc.record({
  file: fc.nat(),
  place: fc.nat(),
  other: fc.nat(),
  how: fc.constantFrom(
    'letter',
    'word',
    'number',
    'title',
    'line away',
    'line moved',
    'line twice',
    'rest away',
    'files swapped',
    'block moved',
    'comment',
    'percent',
    'undo',
  ),
});
type Edit = Parameters<Parameters<typeof edit.map>[0]>[0];

describe('findings that are kept from one check to the next', () => {
  for (const [name, projects, runs] of [
    ['of the rules’ examples', together, 60],
    ['of the samples', samples, 25],
  ] as const) {
    it(`are those of a check from nothing, whatever is typed: ${name}`, () => {
      fc.assert(fc.property(fc.constantFrom(...projects), fc.array(edit, { minLength: 1, maxLength: 12 }), typedIn), {
        numRuns: Number(process.env.RUNS ?? 1) * runs,
      });
    }).timeout(600_000);
  }

  it('are the same objects where nothing changed on which they hang', () => {
    const memory = new Memory();
    const before = Snapshot.of([
      ['a.collab', 'member anna { about "Here." } member bob link anna -> bob'],
      ['b.collab', 'member zoe'],
    ]);
    const isolated = (snapshot: Snapshot): readonly Found<unknown>[] =>
      checkProject(snapshot, unconfigured, today, { memory }).findings.flatMap(({ rule: { name }, found }) =>
        name === 'network/isolated-member' ? [found] : [],
      );
    const [first] = isolated(before);
    assert.deepEqual(first?.subjects, ['member:zoe']);
    assert.equal(isolated(before.with('a.collab', 'member anna { about "Here now." } member bob link anna -> bob'))[0], first);
    assert.notEqual(isolated(before.with('a.collab', 'member anna { about "Here now." } member bob link bob -> anna'))[0], first);
  });
});

describe('a rule that judges each of many by itself', () => {
  it('is applied to all where it had nobody to judge, and to none where it has nobody', () => {
    const memory = new Memory();
    const without = Snapshot.of([['a.collab', 'member anna member bob']]);
    const idlers = (snapshot: Snapshot): readonly string[] =>
      checkProject(snapshot, unconfigured, today, { memory }).findings.flatMap(({ rule: { name }, found }) =>
        name === 'competency/no-contribution' ? found.subjects : [],
      );
    assert.deepEqual(idlers(without), []);
    assert.deepEqual(idlers(without.with('a.collab', 'member anna member bob task one task two')), ['member:anna', 'member:bob']);
    assert.deepEqual(idlers(without), []);
  });
});

describe('a rule of which findings are kept', () => {
  const projects = [...examples, ...samples, [...generate(sizes.S)] as Texts].map((texts) => Snapshot.of(texts));

  it('reads nothing that it does not name', () => {
    const missing = new Set<string>();
    for (const snapshot of projects) {
      const model = modelOf(snapshot, today);
      for (const rule of rules) {
        const named = reads.get(rule.name);
        if (!named) continue;
        const seen = watched(model, (aspect) => {
          if (!named.includes(aspect)) missing.add(`${rule.name}: ${aspect}`);
        });
        rule.check(
          seen,
          () => {},
          rule.options,
          (other) => foundBy(other, snapshot),
          () => false,
        );
      }
    }
    assert.deepEqual([...missing], []);
  });

  it('finds nothing but data, or only what is of the model', () => {
    for (const rule of rules) {
      const kinds = new Set(projects.flatMap((snapshot) => foundBy(rule.name, snapshot).map(({ values }) => isOfModel(values))));
      assert.ok(kinds.size < 2, rule.name);
    }
  });
});

function foundBy(name: string, snapshot: Snapshot): readonly Found<unknown>[] {
  const found: Found<unknown>[] = [];
  const rule = rules.find((each) => each.name === name);
  rule?.check(
    modelOf(snapshot, today),
    (each) => found.push(each),
    rule.options,
    (other) => foundBy(other, snapshot),
    () => false,
  );
  return found;
}

/** Types in a project, and looks at every moment. */
function typedIn(texts: Texts, edits: readonly Edit[]): void {
  const memory = new Memory();
  const moments = [Snapshot.of(texts)];
  for (const each of [null, ...edits]) {
    const before = moments.at(-1) ?? Snapshot.empty;
    const snapshot = each === null ? before : each.how === 'undo' ? (moments[each.place % moments.length] ?? before) : typed(before, each);
    moments.push(snapshot);
    const kept = checkProject(snapshot, unconfigured, today, { memory, onFault });
    const anew = checkProject(Snapshot.of([...snapshot.files].map(([path, { text }]) => [path, text])), unconfigured, today, { onFault });
    assert.deepEqual(described(kept), described(anew), JSON.stringify(each));
  }
}

function onFault(_: unknown, error: unknown): void {
  throw error;
}

function typed(snapshot: Snapshot, { file, place, other, how }: Edit): Snapshot {
  const paths = [...snapshot.files.keys()];
  const path = paths[file % paths.length] ?? '';
  const text = snapshot.files.get(path)?.text ?? '';
  const words = [...text.matchAll(/[\p{L}\d_-]+/gu)];
  const lines = text.split('\n');
  const at = place % (text.length + 1);
  const line = place % lines.length;
  switch (how) {
    case 'letter':
      return snapshot.with(
        path,
        text.slice(0, at) + (['a', ' ', '{', '}', '"', ',', '1', '->', ''][other % 9] ?? '') + text.slice(at + (other % 2)),
      );
    case 'comment':
      return snapshot.with(path, [...lines.slice(0, line), '// by the way', ...lines.slice(line)].join('\n'));
    case 'word': {
      const [old, now] = [words[place % (words.length || 1)], words[other % (words.length || 1)]];
      return old && now ? snapshot.with(path, text.slice(0, old.index) + now[0] + text.slice(old.index + old[0].length)) : snapshot;
    }
    case 'number':
      return replaced(snapshot, path, /\d+/g, place, (old) => String((Number(old) + (other % 5)) % 100));
    case 'percent':
      return replaced(snapshot, path, /\d+%|\d+d\b|\b[1-5]\b/g, place, (old) => old.replace(/\d+/, String((other % 5) + 1)));
    case 'title':
      return replaced(snapshot, path, /"[^"\n]*"/g, place, (old) => `${['"', '"A ', '"zz', '"Interview '][other % 4]}${old.slice(1)}`);
    case 'line away':
      return snapshot.with(path, lines.toSpliced(line, 1).join('\n'));
    case 'line twice':
      return snapshot.with(path, lines.toSpliced(other % lines.length, 0, lines[line] ?? '').join('\n'));
    case 'rest away':
      return snapshot.with(path, lines.slice(0, line).join('\n'));
    case 'files swapped': {
      const target = paths[other % paths.length] ?? '';
      return snapshot.with(path, snapshot.files.get(target)?.text ?? '').with(target, text);
    }
    case 'line moved':
      return snapshot.with(
        path,
        lines
          .toSpliced(line, 1)
          .toSpliced(other % lines.length, 0, lines[line] ?? '')
          .join('\n'),
      );
    case 'block moved': {
      const declarations = snapshot.files.get(path)?.tree.declarations ?? [];
      const declaration = declarations[place % (declarations.length || 1)];
      const target = paths[other % paths.length] ?? '';
      if (!declaration) return snapshot;
      const taken = snapshot.with(path, text.slice(0, declaration.start) + text.slice(declaration.end));
      return taken.with(target, `${taken.files.get(target)?.text}\n${text.slice(declaration.start, declaration.end)}\n`);
    }
    default:
      return snapshot;
  }
}

function replaced(snapshot: Snapshot, path: string, what: RegExp, place: number, by: (old: string) => string): Snapshot {
  const text = snapshot.files.get(path)?.text ?? '';
  const all = [...text.matchAll(what)];
  const old = all[place % (all.length || 1)];
  return old ? snapshot.with(path, text.slice(0, old.index) + by(old[0]) + text.slice(old.index + old[0].length)) : snapshot;
}

/** All that is said of a project. */
function described({ model, findings }: CheckedProject): unknown {
  return findings.map((finding) => ({
    rule: finding.rule.name,
    severity: finding.severity,
    at: finding.found.at,
    subjects: finding.found.subjects,
    evidence: finding.found.evidence,
    related: finding.found.related,
    answer: finding.answer,
    messages: languages.map((language) => messageOf(finding, language)),
    fixes: languages.map((language) => fixesOf(finding, model, language, { onFault })),
  }));
}
