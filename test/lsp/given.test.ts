import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unconfigured } from '../../server/src/config/parse';
import { Analysis } from '../../server/src/lsp/analysis';
import type { FromAnalysis, ToAnalysis } from '../../server/src/lsp/analysisMessages';
import { lowered, raise } from '../../server/src/lsp/flag';
import { Remarks } from '../../server/src/lsp/remarks';
import type { Solve } from '../../server/src/lsp/solutions';
import { unsolved } from '../../server/src/planning/solve';

const root = '/project';

/** Files as they may read at one moment or another: what is wrong in one of them comes and goes with what another says. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'people.collab': ['member anna\nmember bob\n', 'member ann\nmember bob\n', 'member bob\n', '// nobody\nmember anna\nmember zoe\n'],
  'web.collab': ['team web { lead anna }\n', 'team web { lead bob }\n', '// moved\nteam web { lead anna }\n', 'team web { lead zoe'],
  'apps.collab': ['team apps { lead bob within web }\nmember zoe\n', 'team apps { lead anna }\n', ''],
  'tasks.collab': ['task a { assigned anna, bob after b }\ntask b\n', 'competency design\ntask a { requires design 3 after a }\n'],
};
const paths = Object.keys(versions);
const step = fc.record({
  path: fc.constantFrom(...paths),
  version: fc.integer({ min: 0, max: 3 }),
  check: fc.constantFrom('none', 'leftOff', 'whole'),
});

const solve: Solve = async (programme, start) => unsolved(programme, start);

describe('what is given out of an analysis', () => {
  it('is what a new one says of the same texts, whatever was typed, checked and left off before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), (steps) => {
        const texts = new Map(paths.map((path) => [path, versions[path]?.[0] ?? '']));
        const shown = new Remarks();
        let checked = new Map<string, string>();
        const analysis = new Analysis((said) => {
          if (said.what === 'foundAtOnce') for (const each of said.files) shown.takeAtOnce(each);
          if (said.what === 'checked') {
            checked = new Map(texts);
            shown.take(said.files, (file) => checked.get(file));
          }
        }, solve);
        analysis.take(projectOf(texts));
        analysis.take(check());
        for (const { path, version, check: how } of [...steps, { path: 'web.collab', version: 0, check: 'whole' }]) {
          const text = versions[path]?.[version] ?? '';
          texts.set(path, text);
          analysis.take({ what: 'texts', root, files: [[path, text]] });
          if (how === 'none') continue;
          analysis.take(check(how === 'leftOff'));
          if (how === 'whole') assert.deepEqual(on(shown, texts), on(saidAnew(texts), texts));
        }
      }),
      { numRuns: 60 },
    );
  }).timeout(30_000);

  it('is first what rules find that need no model, of files that read as before', () => {
    const said: FromAnalysis[] = [];
    const analysis = new Analysis((each) => said.push(each), solve);
    analysis.take(projectOf(new Map(Object.entries({ 'people.collab': 'member anna\n', 'web.collab': 'team web { lead anna }\n' }))));
    analysis.take(check());
    said.length = 0;
    analysis.take({ what: 'texts', root, files: [['people.collab', 'member ann\n']] });
    analysis.take(check());
    assert.deepEqual(
      said.map(({ what }) => what),
      ['foundAtOnce', 'checked'],
    );
    const files = said.flatMap((each) => (each.what === 'foundAtOnce' ? each.files : []));
    const rules = files.map(({ file, remarks }) => [file, remarks.map(({ rule }) => rule)]);
    assert.deepEqual(rules, [['web.collab', ['model/unknown-name']]]);
  });
});

function projectOf(texts: ReadonlyMap<string, string>): ToAnalysis {
  return { what: 'project', root, isAlone: false, config: null, configured: unconfigured, files: [...texts], language: 'en' };
}

function check(isLeftOff = false): ToAnalysis {
  const needless = lowered();
  if (isLeftOff) raise(needless);
  return { what: 'check', root, generation: 1, needless };
}

function saidAnew(texts: ReadonlyMap<string, string>): Remarks {
  const shown = new Remarks();
  const analysis = new Analysis((said) => {
    if (said.what === 'checked') shown.take(said.files, (file) => texts.get(file));
  }, solve);
  analysis.take(projectOf(texts));
  analysis.take(check());
  return shown;
}

function on(shown: Remarks, texts: ReadonlyMap<string, string>): unknown {
  return [...texts].map(([file, text]) => [file, shown.on(file, text)]);
}
