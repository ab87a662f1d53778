import assert from 'node:assert/strict';
import { answered, rewritten } from './cases';
import { readCases, writeCase } from './markdown';

/** A case file with one case, of which `fences` is all. */
function file(fences: string, head = '---\nonly: competency/unassigned\n---\n'): string {
  return `${head}\n## a case\n\n${fences}`;
}

function collab(...lines: readonly string[]): string {
  return `\`\`\`collab\n${lines.join('\n')}\n\`\`\`\n`;
}

const finding = '//   ^ warning competency/unassigned';

/** Does the only case of `markdown` read as it has to? */
function holds(markdown: string): boolean {
  const { cases, ...rest } = readCases(markdown);
  const [only] = cases;
  return only !== undefined && answered(only, { cases, ...rest }) === writeCase(only);
}

describe('the text harness', () => {
  it('holds where all that is found is announced', () => {
    assert.ok(holds(file(collab('task a', `${finding}: nobody is assigned to “a”`))));
    assert.ok(holds(file(collab('member anna', 'task a { assigned anna }'))));
  });

  it('lets a message be left out, of one finding alone', () => {
    assert.ok(holds(file(collab('task a', finding, 'task b', `${finding}: nobody is assigned to “b”`))));
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['a finding that nobody announced', collab('task a')],
    [
      'an announcement that nothing is found for',
      collab('member anna', 'task a { assigned anna }', '//   ^ warning competency/unassigned'),
    ],
    ['another place', collab('task a', '//    ^ warning competency/unassigned')],
    ['a longer place', collab('task a', '//   ^^ warning competency/unassigned')],
    ['another severity', collab('task a', '//   ^ error competency/unassigned')],
    ['another rule', collab('task a', '//   ^ warning competency/undoable')],
    ['another message', collab('task a', `${finding}: somebody is assigned to “a”`)],
    ['one announcement too many', collab('task a', finding, finding)],
    ['another line', collab(finding, 'task a')],
    ['another French message', `${collab('task a', finding)}\`\`\`fr\npersonne\n\`\`\`\n`],
    ['other titles', `${collab('member anna', 'task a', finding)}\`\`\`fixes\n* Assign to bob\n\`\`\`\n`],
    ['another text after the fix', `${collab('member anna', 'task a', finding)}\`\`\`fix\nmember anna\ntask a\n\`\`\`\n`],
    ['other figures', `${collab('task a', finding)}\`\`\`findings\n{"rule":"competency/unassigned"}\n\`\`\`\n`],
  ];
  for (const [title, fences] of wrong) {
    it(`fails for ${title}, and writes what is right`, () => {
      assert.equal(holds(file(fences)), false);
      assert.ok(holds(rewritten(file(fences))));
    });
  }

  it('fails for a fix that leaves its finding standing, unless it is called a step', () => {
    const head = '---\nonly: plan/incomplete\n---\n';
    const fix = (info: string) => `${collab('intervention one')}\`\`\`fix${info}\n\`\`\`\n`;
    assert.throws(() => holds(file(fix(''), head)), /leaves the finding standing/);
    assert.ok(holds(rewritten(file(fix(' step'), head))));
  });

  it('fails for a fence that it does not know, and for two files of one name', () => {
    assert.throws(() => holds(file('```yaml\na: b\n```\n')), /There is no fence “yaml”/);
    assert.throws(() => holds(file(collab('task a') + collab('task b'))), /two files of a case have one name/);
  });

  it('sees every rule where the file names none', () => {
    const announced = collab('competency drawing', 'member anna { has drawing 3 }', 'task a { requires drawing 3 }');
    assert.ok(rewritten(file(announced, '')).includes('competency/unassigned'));
    assert.ok(rewritten(file(announced, '')).includes('competency/latent'));
  });

  it('takes its date from the head of the file, and from the configuration', () => {
    const absent = collab(
      'competency drawing',
      'member anna { has drawing 3 until 2026-04-30 }',
      'task a { requires drawing 3 assigned anna }',
    );
    const head = (today: string) => `---\nonly: competency/undoable\ntoday: ${today}\n---\n`;
    assert.ok(holds(file(absent, head('2026-04-30'))));
    assert.equal(holds(file(absent, head('2026-05-01'))), false);
    assert.equal(holds(file(`${absent}\`\`\`config\n{ "today": "2026-05-01" }\n\`\`\`\n`, head('2026-04-30'))), false);
  });

  it('keeps prose, and fences that it only reads, as they stand', () => {
    const markdown = file(`Why.\n\n${collab('task a', finding)}\nMore.\n`);
    assert.equal(rewritten(markdown), markdown);
  });
});
