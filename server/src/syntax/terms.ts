import type { IToken } from 'chevrotain';
import type { Span } from '../text/span';
import { Cursor, closest, wordOf } from './cursor';
import { daysOf } from './figures';
import type { Expected } from './problems';
import * as problems from './problems';
import { Any, Count, DateWord, Dot, Duration, endOf, figureText, Name, Qualified, spanOfToken } from './tokens';
import type { DateText, Level, Quantity, Ref, Word } from './tree';
import type { PropertyForm } from './vocabulary';

export const flag: PropertyForm = { shape: 'flag', list: false };

/** The smallest things that values are made of (docs/language.md §3): references, levels, figures, dates, words of closed lists. */
export class Terms extends Cursor {
  /** The form of the property at hand. */
  protected form: PropertyForm = flag;

  protected readonly ref = this.RULE(
    'ref',
    (): Ref =>
      this.OR([
        {
          ALT: () => {
            const token = this.CONSUME(Qualified);
            return this.ACTION(() => qualified(token));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(Name);
            const alone: Ref = this.ACTION(() => ({ ...spanOfToken(token), owner: null, name: wordOf(token) }));
            return (
              this.OPTION({ GATE: () => this.is(1, Dot) && this.sameLine(1), DEF: () => this.SUBRULE(this.afterDot, { ARGS: [alone] }) }) ??
              alone
            );
          },
        },
      ]),
  );

  /** A dot with white space around it, or with nothing after it. */
  protected readonly afterDot = this.RULE('afterDot', (owner: Ref): Ref => {
    const dot = this.CONSUME(Dot);
    return this.OR([
      {
        GATE: () => this.sameLine(1) && this.is(1, Name),
        ALT: () => {
          const name = this.CONSUME(Name);
          return this.ACTION(() => {
            const whole = { start: owner.start, end: endOf(name) };
            this.found.push(problems.spacedDot(whole, `${owner.name?.text}.${name.image}`));
            return { ...whole, owner: owner.name, name: wordOf(name) };
          });
        },
      },
      {
        ALT: () => {
          this.fault(() => problems.missing('name', this.last()));
          return this.ACTION(() => ({ start: owner.start, end: endOf(dot), owner: owner.name, name: null }));
        },
      },
    ]);
  });

  protected readonly level = this.RULE('level', (): Level | undefined =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(Count);
          return this.ACTION(() =>
            figureText(token) === '' ? undefined : { ...spanOfToken(token), number: Number(token.image), name: null },
          );
        },
      },
      {
        GATE: () => this.startsLevel(1),
        ALT: () => {
          const isGarbled = this.ACTION(() => this.isGarbled());
          const token = this.CONSUME(Name);
          return this.ACTION(() => (isGarbled ? undefined : { ...spanOfToken(token), number: null, name: wordOf(token).text }));
        },
      },
      { ALT: () => this.lack('level') },
    ]),
  );

  protected readonly atLevel = this.RULE('atLevel', (): Level | undefined => {
    return this.OR([
      {
        GATE: () => this.word(1) === 'at',
        ALT: () => {
          this.CONSUME(Name);
          return this.SUBRULE(this.level);
        },
      },
      {
        GATE: () => this.startsLevel(1),
        ALT: () => {
          this.fault(() => problems.missingToken('at', this.last(), ' at'));
          return this.SUBRULE2(this.level);
        },
      },
      { ALT: () => this.lack('at') },
    ]);
  });

  protected readonly count = this.RULE('count', (): Quantity | undefined =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(Count);
          return this.ACTION(() => (figureText(token) === '' ? undefined : quantity(token, Number(token.image))));
        },
      },
      { ALT: () => this.lack('number') },
    ]),
  );

  protected readonly duration = this.RULE('duration', (): Quantity | undefined =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(Duration);
          return this.ACTION(() => quantity(token, daysOf(figureText(token))));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(Count);
          const unit = this.OPTION({ GATE: () => this.sameLine(1) && /^[dhwjs]$/.test(this.word(1)), DEF: () => this.CONSUME(Name) });
          return this.ACTION(() => {
            const span = { start: token.startOffset, end: endOf(unit ?? token) };
            const meant = `${token.image}${unit?.image.replace('j', 'd').replace('s', 'w') ?? 'd'}`;
            this.found.push(problems.malformed(span, this.text.slice(span.start, span.end), meant));
            return { ...span, value: daysOf(meant) };
          });
        },
      },
      { ALT: () => this.lack('duration') },
    ]),
  );

  protected readonly week = this.RULE('week', (): IToken | undefined =>
    this.OR([{ GATE: () => this.word(1) === 'week', ALT: () => this.CONSUME(Name) }, { ALT: () => this.lack('week') }]),
  );

  protected readonly date = this.RULE('date', (): DateText | undefined =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(DateWord);
          return this.ACTION(() => ({ ...spanOfToken(token), text: figureText(token) }));
        },
      },
      { ALT: () => this.lack('date') },
    ]),
  );

  /** One of the words that the property's form names. */
  protected readonly choice = this.RULE('choice', (): Word | undefined => {
    const words = this.form.words ?? [];
    return this.OR([
      { GATE: () => words.includes(this.word(1)), ALT: () => this.wordFrom(this.CONSUME(Name)) },
      {
        GATE: () => this.is(1, Name) && this.sameLine(1) && !this.opensItem(1),
        ALT: () => {
          const isGarbled = this.ACTION(() => this.isGarbled());
          const token = this.CONSUME2(Name);
          if (!isGarbled) this.fault(() => problems.oneOf(words, spanOfToken(token), token.image, closest(token.image, words)));
          return undefined;
        },
      },
      {
        ALT: () => {
          this.fault(() => problems.missingWord(words, this.last()));
          return undefined;
        },
      },
    ]);
  });

  protected readonly unquoted = this.RULE('unquoted', (): Span => {
    const start = this.ACTION(() => this.LA(1).startOffset);
    this.AT_LEAST_ONE({ GATE: () => this.goesUnquoted(), DEF: () => this.CONSUME(Any) });
    return this.ACTION(() => ({ start, end: endOf(this.LA(0)) }));
  });

  protected lack(what: Expected): undefined {
    // What stands here and is garbled has its problem: it was meant to be this.
    this.ACTION(() => {
      if (!(this.isGarbled() && this.sameLine(1))) this.found.push(problems.missing(what, this.last()));
    });
    return undefined;
  }

  protected wordFrom(token: IToken): Word {
    return this.ACTION(() => wordOf(token));
  }
}

export function quantity(token: IToken, value: number): Quantity {
  return { ...spanOfToken(token), value };
}

function qualified(token: IToken): Ref {
  const { start, end } = spanOfToken(token);
  const dot = start + token.image.indexOf('.');
  const [owner = '', name = ''] = token.image.normalize('NFC').split('.');
  return { start, end, owner: { start, end: dot, text: owner }, name: { start: dot + 1, end, text: name } };
}
