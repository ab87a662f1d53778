import fc from 'fast-check';

/** The tokens of a text, in order, each as it is written. */
type Lexemes = readonly string[];
type Part = fc.Arbitrary<Lexemes>;

/** Texts without a syntax error, laid out in any way that the language allows: white space, line ends and comments wherever they may stand. */
export function anyModels(links: 'ordered' | 'unordered'): fc.Arbitrary<string> {
  return fc.array(declaration(links), { maxLength: 6 }).chain((declarations) => laidOut(declarations.flat()));
}

function laidOut(lexemes: Lexemes): fc.Arbitrary<string> {
  return fc.array(gap, { minLength: lexemes.length + 1, maxLength: lexemes.length + 1 }).map((gaps) => {
    const parts = lexemes.flatMap((lexeme, index) => {
      const before = gaps[index] ?? '';
      return [before === '' && !canTouch(lexemes[index - 1], lexeme) ? ' ' : before, lexeme];
    });
    return parts.join('') + (gaps.at(-1) ?? '');
  });
}

/** Do two tokens stay two with nothing between them? */
function canTouch(before: string | undefined, after: string): boolean {
  return before === undefined || [before, after].some((lexeme) => ['{', '}', '->', '<->', ','].includes(lexeme));
}

const blank = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  '  ',
  '\t',
  '\u00a0',
  '\u202f ',
  '\n',
  '\n  ',
  '\r\n',
  '\r',
  '\n\n',
  '\r\n \r\n\r\n',
  '\n\t\n\n',
);
const comment = fc.constantFrom(
  '// a remark  \n',
  '// un mot : « oui »\r\n',
  '//\n',
  '/* here */',
  '/**/',
  '/* two\n   lines */',
  '/* a\r\nb */\n',
  '// collab-ignore network/silo: separate legal entities\n',
  '//collab-ignore task/unskilled: for now\r\n',
  '// collab-ignore-file plan/late: known\n',
);
const gap = fc.oneof(
  { weight: 12, arbitrary: blank },
  { weight: 1, arbitrary: fc.array(fc.oneof(blank, comment), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
);

const name = fc.constantFrom(
  'anna',
  'bob',
  'élodie',
  'e\u0301lodie',
  'équipe-2',
  '_x',
  'user-research',
  'a-rather-long-name-that-fills-a-line',
);
/** Words of the language that may be names. */
const declaredName = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 1, arbitrary: fc.constantFrom('need', 'high', 'weekly', 'role', 'at', 'per') },
);
const ref = fc.oneof({ weight: 4, arbitrary: name }, { weight: 1, arbitrary: fc.constantFrom('acme.faster-booking', 'é.ö') });
const rule = fc.constantFrom('network/silo', 'competency/single-holder');
const title = fc.oneof(
  fc.constantFrom(
    '""',
    '"Anna Morel"',
    '"a \\"quoted\\" \\\\ word"',
    '"// no comment, {"',
    '"10\u00a0% de « plus »"',
    `"${'A long title, '.repeat(6)}"`,
    `"${'x'.repeat(120)}"`,
  ),
);
const blockLine = fc.constantFrom(
  '',
  ' ',
  '\t',
  'one',
  '  two words',
  '\tthree',
  '    four, {',
  '   \u00a0five  ',
  '"six"',
  '// seven',
  'team eight',
);
const textBlock = fc
  .tuple(fc.array(blockLine, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => `"""${lines.join(eol)}${lines.at(-1)?.endsWith('"') ? ' ' : ''}"""`);
const date = fc.constantFrom('2026-04-02', '2026-12-31');
const percent = fc.constantFrom('60%', '60 %', '5\u00a0%', '100\t%');
const duration = fc.constantFrom('6d', '2.5d', '4h', '2w');
const count = fc.constantFrom('1', '4', '12');
const grade = fc.constantFrom('low', 'medium', 'high');
const voice = fc.constantFrom('inform', 'collaborate', 'empower');
const level = fc.oneof(count, fc.constantFrom('expert', 'débutant'));

function one(text: fc.Arbitrary<string> | string): Part {
  return (typeof text === 'string' ? fc.constant(text) : text).map((lexeme) => [lexeme]);
}

function seq(...parts: readonly (Part | string)[]): Part {
  return fc.tuple(...parts.map((part) => (typeof part === 'string' ? one(part) : part))).map((lexemes) => lexemes.flat());
}

function maybe(part: Part): Part {
  return fc.oneof(part, fc.constant([]));
}

function list(entry: Part): Part {
  return fc
    .array(entry, { minLength: 1, maxLength: 9 })
    .map((entries) => entries.flatMap((lexemes, index) => (index === 0 ? lexemes : [',', ...lexemes])));
}

function block(...items: readonly Part[]): Part {
  return fc.array(fc.oneof(...items), { maxLength: 5 }).map((properties) => ['{', ...properties.flat(), '}']);
}

const text = fc.oneof(one(title), one(textBlock));
const refs = list(one(ref));
const skills = list(seq(one(ref), one(level)));
const about = seq('about', text);
const head = seq(one(declaredName), maybe(one(title)));
/** Of a nested declaration: a word of the language on the next line would be read as the next item. */
const nestedHead = seq(one(name), maybe(one(title)));
const voices = list(seq(one(ref), maybe(one(voice))));
const person = [
  about,
  seq('role', one(title)),
  seq('has', skills),
  seq('wants', list(seq(one(ref), maybe(one(level))))),
  seq('away', one(date), maybe(seq('to', one(date)))),
];
const need = seq('need', nestedHead, maybe(block(about, seq('priority', one(grade)))));
const resource = seq('resource', nestedHead, maybe(block(about)));
const stakeholder = seq(
  'stakeholder',
  nestedHead,
  maybe(
    block(
      ...person,
      seq('influence', one(grade), 'interest', one(grade)),
      seq('influence', one(grade)),
      seq('interest', one(grade)),
      one('decides'),
      seq('engagement', 'neutral', maybe(seq('->', 'leading'))),
    ),
  ),
);
const heritage = [about, seq('history', text), need, resource];
const heard = seq('heard', refs, maybe(seq('on', one(date))), maybe(text));
const pitfall = seq('pitfall', nestedHead, maybe(seq(one(fc.constantFrom('of', 'between')), refs)), maybe(seq('severity', one(grade))));

const linkProperties = [
  one(fc.constantFrom('collaborates', 'mentors', 'reports')),
  one(fc.constantFrom('daily', 'rarely')),
  seq('strength', one(count)),
  one('strained'),
  seq('in', one(ref)),
  seq('since', one(date)),
  about,
];

function link(order: 'ordered' | 'unordered'): Part {
  const properties =
    order === 'ordered'
      ? seq(...linkProperties.map(maybe))
      : fc.array(fc.oneof(...linkProperties), { maxLength: 6 }).map((parts) => parts.flat());
  return seq('link', one(ref), one(fc.constantFrom('->', '<->')), one(ref), properties);
}

function declaration(links: 'ordered' | 'unordered'): Part {
  return fc.oneof(
    seq('organization', head, maybe(block(...heritage))),
    seq('client', head, maybe(block(...heritage, stakeholder, seq('participation', one(voice))))),
    seq('period', maybe(one(name)), one(date), 'to', one(date)),
    seq(
      'scale',
      head,
      block(seq('levels', list(seq(one(name), maybe(one(title))))), seq('autonomous', 'at', one(level)), seq('trains', 'at', one(level))),
    ),
    seq(
      'competency',
      head,
      maybe(
        block(
          about,
          seq('within', one(ref)),
          seq('ref', one(title)),
          one('critical'),
          seq('holders', one(count), maybe(seq('at', one(level)))),
        ),
      ),
    ),
    seq('team', head, maybe(block(about, seq('within', one(ref)), seq('lead', one(ref))))),
    seq(
      'member',
      head,
      maybe(
        block(
          ...person,
          seq('team', refs),
          seq('capacity', one(percent)),
          seq('capacity', one(duration), maybe(seq('per', 'week'))),
          seq('from', one(date)),
          seq('until', one(date)),
        ),
      ),
    ),
    link(links),
    seq(
      'task',
      head,
      maybe(
        block(
          about,
          seq('for', refs),
          seq('requires', skills),
          seq('effort', one(duration)),
          seq('from', one(date)),
          seq('from', one(date), 'due', one(date)),
          seq('assigned', list(seq(one(ref), maybe(one(percent))))),
          seq('with', voices),
          seq('uses', refs),
          seq('status', 'blocked'),
        ),
      ),
    ),
    seq(
      'assessment',
      head,
      'on',
      one(date),
      maybe(block(about, seq('scope', refs), heard, seq('strength', nestedHead, maybe(seq('of', refs))), pitfall)),
    ),
    seq('technique', head, maybe(block(about, seq('answers', list(one(rule))), seq('source', one(title))))),
    seq(
      'intervention',
      head,
      maybe(
        block(
          seq('technique', one(ref)),
          seq('answers', list(fc.oneof(one(rule), one(ref)))),
          seq('involves', refs),
          seq('from', one(date), 'to', one(date)),
          seq('to', one(date)),
          seq('measure', text),
          seq('status', 'active'),
        ),
      ),
    ),
  );
}
