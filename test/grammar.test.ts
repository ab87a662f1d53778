import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const grammarFile = 'syntaxes/collab.tmLanguage.json';
const cases = 'test/cases/grammar';
const root = 'source.collab';
const declaration = 'keyword.control.declaration.collab';
const property = 'keyword.other.property.collab';
const connective = 'keyword.other.connective.collab';
const reference = 'variable.other.reference.collab';

interface Token {
  readonly text: string;
  readonly start: number;
  /** Outermost first, without the root. */
  readonly scopes: readonly string[];
}

type Pattern = string | { readonly pattern: string; readonly flags: string };

/** What of VS Code’s format is looked at here. */
interface LanguageConfiguration {
  readonly wordPattern: Pattern;
  readonly indentationRules: { readonly increaseIndentPattern: Pattern; readonly decreaseIndentPattern: Pattern };
  readonly onEnterRules: readonly {
    readonly beforeText: Pattern;
    readonly afterText?: Pattern;
    readonly previousLineText?: Pattern;
    readonly action: object;
  }[];
}

let grammar: IGrammar;

describe('the TextMate grammar', () => {
  before(async () => {
    grammar = await loadGrammar();
  });

  describe('colours, token by token', () => {
    for (const name of readdirSync(cases).filter((file) => file.endsWith('.collab'))) {
      it(name, () => {
        const found = snapshot(readCase(name));
        const file = join(cases, name.replace(/collab$/, 'scopes'));
        if (process.env.UPDATE) writeFileSync(file, found);
        assert.equal(found, readFileSync(file, 'utf8'));
      });
    }
  });

  it('colours lines whose host leaves them a carriage return as it does without', () => {
    for (const name of ['model.collab', 'grammar.collab', 'text-blocks.collab', 'unclosed.collab', 'comments.collab']) {
      const lines = linesOf(readCase(name));
      const withReturns = tokenize(lines.map((line) => `${line}\r`)).map((tokens) =>
        tokens.map(withoutReturn).filter(({ text }) => text.trim() !== ''),
      );
      const without = tokenize(lines).map((tokens) => tokens.filter(({ text }) => text.trim() !== ''));
      assert.deepEqual(withReturns, without, name);
    }
  });

  it('gives scopes that bear the language’s name', () => {
    for (const name of readdirSync(cases).filter((file) => file.endsWith('.collab'))) {
      const scopes = tokenize(linesOf(readCase(name))).flatMap((tokens) => tokens.flatMap((token) => token.scopes));
      const strange = scopes.filter((scope) => !scope.endsWith('.collab') && scope !== 'meta.embedded.block.markdown');
      assert.deepEqual(strange, []);
    }
  });

  describe('every word of the language has its scope where it stands', () => {
    for (const [scope, places] of wordsInPlace()) {
      it(scope, () => {
        for (const place of places) assert.equal(scopeAtMark(place), scope, place);
      });
    }
  });

  it('takes a word of the language for a name where a name must stand', () => {
    for (const word of wordsThatMayBeNames) {
      assert.equal(scopeAtMark(`member ‹${word}› "M"`), 'entity.name.type.collab', word);
      assert.equal(scopeAtMark(`client c { need ‹${word}› "N" }`), 'entity.name.type.collab', word);
      assert.equal(scopeAtMark(`task t { for acme.‹${word}› }`), reference, word);
    }
  });

  it('takes a word that opens no property of the block for a reference there', () => {
    for (const word of ['role', 'need', 'high', 'weekly', 'collaborate', 'per', 'to', 'at', 'planned', 'severity', 'scope', 'levels']) {
      assert.equal(scopeAtMark(`task t { assigned ‹${word}› 50% }`), reference, word);
      assert.equal(scopeAtMark(`task t { with x, ‹${word}› collaborate }`), reference, word);
      assert.equal(scopeAtMark(`task t { requires ‹${word}› 4 }`), reference, word);
      assert.equal(scopeAtMark(`scale s { trains at ‹${word}› }`), 'variable.other.enummember.level.collab', word);
    }
  });
});

describe('the language configuration', () => {
  const configuration: LanguageConfiguration = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8'));

  it('takes a name, a rule and a figure for one word each', () => {
    const words = 'link anna->bob, équipe-2 cafe\u0301 network/silo acme.need 60% 2.5d 2026-04-02 a // b';
    assert.deepEqual(words.match(compiled(configuration.wordPattern, 'g')), [
      'link',
      'anna',
      'bob',
      'équipe-2',
      'cafe\u0301',
      'network/silo',
      'acme',
      'need',
      '60%',
      '2.5d',
      '2026-04-02',
      'a',
      'b',
    ]);
  });

  it('indents after an opened block, not after one that closes on its line or stands in a comment', () => {
    const increases = compiled(configuration.indentationRules.increaseIndentPattern);
    const indented = ['member a {', '  need n { // why', 'member a { role "x" }', '// member {', '}'].filter((line) =>
      increases.test(line),
    );
    assert.deepEqual(indented, ['member a {', '  need n { // why']);
    assert.ok(compiled(configuration.indentationRules.decreaseIndentPattern).test('  }'));
  });

  for (const [before, after, expected] of [
    ['  history """', '"""', { indent: 'indentOutdent' }],
    ['  heard anna on 2026-03-10 """', '', { indent: 'indent' }],
    ['  """', '', undefined],
    ['  role "x"', '', undefined],
    ['/*', ' */', { indent: 'indentOutdent', appendText: ' * ' }],
    ['  /* why', '', { indent: 'none', appendText: ' * ' }],
    ['/* why */', '', undefined],
    ['// one half', 'the other', { indent: 'none', appendText: '// ' }],
    ['// the whole', '', undefined],
    ['  ref "http://example.org"', '}', undefined],
  ] as const) {
    it(`on enter in ${before}|${after}`, () => {
      const rule = configuration.onEnterRules.find(
        ({ beforeText, afterText, previousLineText }) =>
          previousLineText === undefined &&
          compiled(beforeText).test(before) &&
          (afterText === undefined || compiled(afterText).test(after)),
      );
      assert.deepEqual(rule?.action, expected);
    });
  }
});

async function loadGrammar(): Promise<IGrammar> {
  await loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => createOnigScanner(sources),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: async (scope) => (scope === root ? parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile) : null),
  });
  const loaded = await registry.loadGrammar(root);
  assert.ok(loaded);
  return loaded;
}

function compiled(pattern: Pattern, flags = ''): RegExp {
  return typeof pattern === 'string' ? new RegExp(pattern, flags) : new RegExp(pattern.pattern, pattern.flags + flags);
}

function readCase(name: string): string {
  return readFileSync(join(cases, name), 'utf8');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

function tokenize(lines: readonly string[]): readonly (readonly Token[])[] {
  let state = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      start: startIndex,
      scopes: scopes.slice(1),
    }));
  });
}

/** Each line after `>`, and under it each token with its scopes; white space that has none is left out. */
function snapshot(text: string): string {
  const lines = linesOf(text).slice(0, -1);
  const under = tokenize(lines).map((tokens) =>
    tokens.filter((token) => token.text.trim() !== '' || (token.text !== '' && token.scopes.length > 0)).map(described),
  );
  return lines.map((line, index) => `${[`>${line}`, ...(under[index] ?? [])].join('\n')}\n`).join('');
}

function described({ text, start, scopes }: Token): string {
  return ` ${' '.repeat(start)}${'^'.repeat(text.length)} ${scopes.join(' ') || '(none)'}`;
}

function withoutReturn(token: Token): Token {
  return { ...token, text: token.text.replace('\r', '') };
}

/** The innermost scope of the token that stands between ‹ and ›. */
function scopeAtMark(marked: string): string | undefined {
  const [before = '', word = ''] = marked.split(/[‹›]/);
  const line = marked.replace(/[‹›]/g, '');
  const token = tokenize([line])[0]?.find(({ start, text }) => start === before.length && text === word);
  return token?.scopes.at(-1);
}

/** Scope → the places where its words stand, the word between ‹ and › (docs: language.md §3). */
function wordsInPlace(): ReadonlyMap<string, readonly string[]> {
  const open = (before: string, words: string, after = '') => words.split(' ').map((word) => `${before}‹${word}›${after}`);
  return new Map([
    [
      declaration,
      [
        ...open('', 'organization period scale competency team member link client task assessment technique intervention', ' x'),
        ...open('organization o { ', 'need resource', ' x'),
        ...open('client c { ', 'need resource stakeholder', ' x'),
        ...open('assessment a on 2026-04-02 { ', 'strength pitfall', ' x'),
      ],
    ],
    [
      property,
      [
        ...open('organization o { ', 'about history', ' "x"'),
        ...open('client c { ', 'about history participation'),
        ...open('client c { need n { ', 'about priority'),
        ...open('client c { resource r { ', 'about'),
        ...open('client c { stakeholder s { ', 'about role has wants away influence interest decides engagement'),
        ...open('scale s { ', 'levels autonomous trains'),
        ...open('competency c { ', 'about within ref critical holders'),
        ...open('team t { ', 'about within lead'),
        ...open('member m { ', 'about role team capacity has wants away from until'),
        ...open('link a -> b ', 'strength strained in since about'),
        ...open('task t { ', 'about for requires effort from due assigned with uses after status'),
        ...open('assessment a on 2026-04-02 { ', 'about scope heard'),
        ...open('assessment a on 2026-04-02 { pitfall p of x ', 'severity', ' high'),
        ...open('technique t { ', 'about answers source'),
        ...open('intervention i { ', 'about technique answers involves owner from to measure status'),
      ],
    ],
    [
      connective,
      [
        'period 2026-04-01 ‹to› 2026-06-30',
        'scale s { autonomous ‹at› mid',
        'scale s { trains ‹at› 3',
        'competency c { holders 2 ‹at› mid',
        'member m { capacity 3d ‹per› week',
        'member m { capacity 3d per ‹week›',
        'member m { away 2026-05-01 ‹to› 2026-05-04',
        'client c { stakeholder s { away 2026-05-01 ‹to› 2026-05-04',
        'assessment a ‹on› 2026-04-02',
        'assessment a on 2026-04-02 { heard x ‹on› 2026-04-01',
        'assessment a on 2026-04-02 { strength s ‹of› x',
        'assessment a on 2026-04-02 { pitfall p ‹of› x',
        'assessment a on 2026-04-02 { pitfall p ‹between› x',
      ],
    ],
    ['constant.language.link-kind.collab', open('link a -> b ', 'collaborates advises informs mentors reports liaises')],
    ['constant.language.frequency.collab', open('link a <-> b ', 'daily weekly monthly quarterly rarely')],
    [
      'constant.language.grade.collab',
      [
        ...open('client c { need n { priority ', 'low medium high'),
        ...open('client c { stakeholder s { influence ', 'low medium high'),
        ...open('client c { stakeholder s { interest ', 'low medium high'),
        ...open('assessment a on 2026-04-02 { pitfall p severity ', 'low medium high'),
      ],
    ],
    [
      'constant.language.stance.collab',
      [
        ...open('client c { stakeholder s { engagement ', 'unaware resistant neutral supportive leading'),
        ...open('client c { stakeholder s { engagement unaware -> ', 'unaware resistant neutral supportive leading'),
      ],
    ],
    [
      'constant.language.voice.collab',
      [
        ...open('client c { participation ', 'inform consult involve collaborate empower'),
        ...open('task t { with x ', 'inform consult involve collaborate empower', ', y'),
      ],
    ],
    [
      'constant.language.status.collab',
      [...open('task t { status ', 'planned active blocked done'), ...open('intervention i { status ', 'planned active done')],
    ],
  ]);
}

const wordsThatMayBeNames =
  `about history need resource stakeholder participation priority role has wants away influence interest decides engagement levels
  autonomous trains at within ref critical holders lead capacity per week from until to strength strained in since for requires effort
  due assigned with uses after status on scope heard pitfall of between severity answers source involves owner measure collaborates advises
  informs mentors reports liaises daily weekly monthly quarterly rarely low medium high unaware resistant neutral supportive leading inform
  consult involve collaborate empower planned active blocked done`.split(/\s+/);
