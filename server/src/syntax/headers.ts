import type { IToken } from 'chevrotain';
import type { Span } from '../text/span';
import * as problems from './problems';
import {
  Any,
  Arrow,
  BothArrow,
  Close,
  DateWord,
  endOf,
  Invalid,
  isClosedBlock,
  Name,
  Open,
  Reserved,
  spanOfToken,
  TextBlock,
  Title,
} from './tokens';
import type { Item, LinkEnds, PeriodDates, Ref, Text, Word } from './tree';
import { Values } from './values';
import { blockless, type Kind, wordsOf } from './vocabulary';

/** A declaration while it is read. */
export interface Draft {
  readonly kind: Kind;
  readonly keyword: Span;
  name: Word | null;
  title: Text | null;
  ends: LinkEnds | null;
  dates: PeriodDates | null;
  block: Span | null;
  readonly items: Item[];
}

/** Stands for a draft while chevrotain records the grammar: it calls every production once, without arguments. */
export function unread(): Draft {
  return { kind: 'period', keyword: { start: 0, end: 0 }, name: null, title: null, ends: null, dates: null, block: null, items: [] };
}

/** What stands before the block of a declaration (docs/language.md §3): its name and title, the ends of a link, the dates of a period. */
export class Headers extends Values {
  /** A name and a title. */
  protected readonly header = this.RULE('header', (draft: Draft = unread()) => {
    const before = this.ACTION(() => this.found.length);
    this.OR([
      {
        GATE: () => this.is(1, Name) && !this.startsNextItem() && !(draft.kind === 'period' && this.isGarbled()),
        ALT: () => {
          draft.name = this.wordFrom(this.CONSUME(Name));
        },
      },
      {
        GATE: () => this.is(1, Reserved) && this.sameLine(1),
        ALT: () => {
          const token = this.CONSUME(Reserved);
          this.fault(() => problems.reservedName(spanOfToken(token), token.image));
          draft.name = this.wordFrom(token);
        },
      },
      { GATE: () => draft.kind === 'period' && (this.is(1, DateWord) || this.is(1, Title) || this.isGarbled()), ALT: () => undefined },
      { ALT: () => this.lack('name') },
    ]);
    this.OPTION({
      GATE: () => this.goesOnUnquoted(draft.kind),
      DEF: () => {
        const span = this.SUBRULE(this.unquoted);
        this.ACTION(() => this.takeUnquoted(draft, span, this.found.length > before));
      },
    });
    this.OPTION2(() => {
      const title = this.textFrom(this.OR2([{ ALT: () => this.CONSUME(Title) }, { ALT: () => this.CONSUME(TextBlock) }]));
      this.ACTION(() => {
        const token = this.LA(0);
        if (token.tokenType === TextBlock && isClosedBlock(token)) this.found.push(problems.multilineTitle(title));
      });
      draft.title ??= title;
    });
    this.OPTION3({
      GATE: () => this.isHeaderStray(draft.kind),
      DEF: () => this.SUBRULE(this.headerStrays, { ARGS: [draft.kind, this.ACTION(() => this.found.length > before)] }),
    });
  });

  /** What stands between a title and `{` and belongs to neither. */
  private readonly headerStrays = this.RULE('headerStrays', (kind: Kind, quiet: boolean) => {
    const first = this.ACTION(() => this.LA(1));
    if (!quiet) this.fault(() => problems.unexpected(spanOfToken(first), first.image));
    this.AT_LEAST_ONE({ GATE: () => this.isHeaderStray(kind), DEF: () => this.CONSUME(Any) });
  });

  private isHeaderStray(kind: Kind): boolean {
    if (!this.sameLine(1) || blockless.has(kind) || this.is(1, Reserved) || this.is(1, Open) || this.is(1, Close)) return false;
    if (kind === 'assessment' && this.word(1) === 'on') return false;
    return !wordsOf(kind).has(this.word(1)) && !(this.frames.length > 0 && wordsOf(this.frame().kind).has(this.word(1)));
  }

  private takeUnquoted(draft: Draft, span: Span, quiet: boolean): void {
    const text = this.text.slice(span.start, span.end);
    const asTitle = !this.is(1, Title) && !quiet && draft.name !== null;
    if (asTitle) {
      this.found.push(problems.unquoted(span, text));
      draft.title = { ...span, value: text };
    } else if (!quiet) this.found.push(problems.unexpected(span, text));
  }

  /** Is the word where a nested declaration's name must stand the next item of the block instead? */
  private startsNextItem(): boolean {
    if (this.sameLine(1)) return false;
    return this.frames.length > 0 ? wordsOf(this.frame().kind).has(this.word(1)) : this.meantDeclaration() !== undefined;
  }

  private goesOnUnquoted(kind: Kind): boolean {
    if (!this.goesUnquoted() || this.is(1, DateWord) || (kind === 'period' && this.isGarbled())) return false;
    const word = this.word(1);
    return !(kind === 'assessment' && word === 'on') && !wordsOf(kind).has(word);
  }

  protected readonly linkEnds = this.RULE('linkEnds', (draft: Draft = unread()) => {
    this.ACTION(() => this.frames.push({ kind: 'link', strayBraces: 0, brokenBraces: false }));
    const from = this.SUBRULE(this.end);
    const arrow = this.OR([
      { ALT: () => this.tokenText(this.CONSUME(Arrow)) },
      { ALT: () => this.tokenText(this.CONSUME(BothArrow)) },
      { GATE: () => this.sameLine(1), ALT: () => this.SUBRULE(this.brokenArrow, { ARGS: [from !== null] }) },
      {
        ALT: () => {
          const second = this.ACTION(() => this.startsRef(1) && this.sameLine(1));
          if (from) this.fault(() => (second ? problems.missingToken('->', this.last(), ' ->') : problems.missing('arrow', this.last())));
          return null;
        },
      },
    ]);
    const to = this.OR2([
      { GATE: () => arrow !== null || (this.startsRef(1) && this.sameLine(1)), ALT: () => this.SUBRULE2(this.end) },
      { ALT: () => null },
    ]);
    this.ACTION(() => {
      this.frames.pop();
      draft.ends = { from, arrow: arrow === '->' || arrow === '<->' ? arrow : null, to };
    });
  });

  /** `-->`, `=>`, `<-` and their like. */
  private readonly brokenArrow = this.RULE('brokenArrow', (sound: boolean): string | null => {
    const first = this.CONSUME(Invalid);
    this.MANY({ GATE: () => this.sameLine(1), DEF: () => this.CONSUME2(Invalid) });
    const arrow = this.OPTION({ GATE: () => this.sameLine(1), DEF: () => this.CONSUME(Arrow) });
    return this.ACTION(() => {
      const span = { start: first.startOffset, end: endOf(this.LA(0)) };
      const text = this.text.slice(span.start, span.end);
      if (sound) this.found.push(problems.brokenArrow(span, text));
      return arrow || text.endsWith('>') ? '->' : null;
    });
  });

  private readonly end = this.RULE('end', (): Ref | null =>
    this.OR([
      { GATE: () => this.startsRef(1) && (this.sameLine(1) || !this.startsLine()), ALT: () => this.SUBRULE(this.ref) },
      {
        GATE: () =>
          this.is(1, Reserved) &&
          this.sameLine(1) &&
          (this.is(2, Arrow) || this.is(2, BothArrow) || this.is(0, Arrow) || this.is(0, BothArrow)),
        ALT: () => {
          const token = this.CONSUME(Reserved);
          this.fault(() => problems.reservedName(spanOfToken(token), token.image));
          return null;
        },
      },
      {
        ALT: () => {
          this.fault(() => problems.missing('ref', this.last()));
          return null;
        },
      },
    ]),
  );

  /** Does the word at hand start a misspelt declaration on a line of its own? */
  private startsLine(): boolean {
    return this.meantDeclaration() !== undefined;
  }

  protected readonly periodDates = this.RULE('periodDates', (draft: Draft = unread()) => {
    this.ACTION(() => this.frames.push({ kind: 'period', strayBraces: 0, brokenBraces: false }));
    const from = this.SUBRULE(this.date);
    const to = this.OR([
      {
        GATE: () => this.word(1) === 'to',
        ALT: () => {
          this.CONSUME(Name);
          return this.SUBRULE2(this.date);
        },
      },
      {
        GATE: () => this.is(1, DateWord),
        ALT: () => {
          this.fault(() => problems.missingToken('to', this.last(), ' to'));
          return this.SUBRULE3(this.date);
        },
      },
      { ALT: () => (from ? this.lack('to') : undefined) },
    ]);
    this.ACTION(() => {
      this.frames.pop();
      draft.dates = { from: from ?? null, to: to ?? null };
    });
  });

  protected readonly assessmentDate = this.RULE('assessmentDate', (draft: Draft = unread()) => {
    this.OR([
      {
        GATE: () => this.word(1) === 'on',
        ALT: () => {
          const keyword = this.CONSUME(Name);
          const date = this.SUBRULE(this.date);
          this.ACTION(() => {
            const entries = date ? [{ start: date.start, end: date.end, date }] : [];
            draft.items.push({
              type: 'property',
              word: 'on',
              keyword: spanOfToken(keyword),
              start: keyword.startOffset,
              end: endOf(this.LA(0)),
              entries,
            });
          });
        },
      },
      { ALT: () => this.lack('on') },
    ]);
  });

  private tokenText(token: IToken): string {
    return token.image;
  }
}
