import { EOF, type IToken } from 'chevrotain';
import type { Span } from '../text/span';
import { type Draft, Headers, unread } from './headers';
import type { Problem } from './problems';
import * as problems from './problems';
import { Any, Close, endOf, Name, Open, Reserved, spanOfToken, Title, tokenize } from './tokens';
import type { Comment, Declaration, Item, Tree } from './tree';
import { blockless, type Kind, nestedKindOf, wordsOf } from './vocabulary';

/** The grammar of docs/language.md §3. Each way to depart from it is an alternative of its own, so that one mistake gives one problem and nothing else is lost. */
class Grammar extends Headers {
  private skippedBraces = 0;
  /** Blocks that a declaration inside them left open: the `}` that closes one later is no mistake of its own. */
  private leftOpen = 0;

  constructor() {
    super();
    this.performSelfAnalysis();
  }

  read(text: string): Tree {
    const { tokens, comments, problems: lexical } = tokenize(text);
    this.text = text;
    this.found = [];
    this.lexical = lexical;
    this.frames = [];
    this.leftOpen = 0;
    this.openComment = lexical.some((problem) => text.startsWith('/*', problem.span.start));
    this.input = tokens;
    const declarations = this.model();
    return { declarations, comments: comments.map(commentOf), problems: inOrder([...lexical, ...this.found]) };
  }

  private readonly model = this.RULE('model', (): readonly Declaration[] => {
    const declarations: Declaration[] = [];
    this.MANY(() =>
      this.OR([
        { GATE: () => this.is(1, Reserved), ALT: () => declarations.push(this.SUBRULE(this.declaration, { ARGS: [undefined] })) },
        {
          GATE: () => this.meantDeclaration() !== undefined,
          ALT: () => {
            const meant = this.ACTION(() => this.meantDeclaration());
            this.fault(() => problems.misspelt(spanOfToken(this.LA(1)), this.LA(1).image, meant ?? ''));
            declarations.push(this.SUBRULE2(this.declaration, { ARGS: [meant] }));
          },
        },
        { ALT: () => this.SUBRULE(this.betweenDeclarations) },
      ]),
    );
    return declarations;
  });

  /** What stands between declarations and opens none, braces and what they hold included. */
  private readonly betweenDeclarations = this.RULE('betweenDeclarations', () => {
    const first = this.ACTION(() => this.LA(1));
    this.ACTION(() => {
      this.skippedBraces = 0;
      if (first.tokenType !== Close) {
        if (!this.isGarbled()) this.found.push(problems.noDeclaration(spanOfToken(first), first.image));
      } else if (this.leftOpen > 0) this.leftOpen--;
      else this.found.push(problems.extraBrace(spanOfToken(first)));
    });
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1) === first || !this.startsDeclaration(),
      DEF: () => {
        const token = this.CONSUME(Any);
        this.ACTION(() => {
          if (token.tokenType === Open) this.skippedBraces++;
          if (token.tokenType === Close && this.skippedBraces > 0) this.skippedBraces--;
        });
      },
    });
  });

  /** After what opened no declaration: does one start here? In braces, `team` and `technique` may be properties of what was not understood. */
  private startsDeclaration(): boolean {
    if (this.skippedBraces === 0) return this.is(1, Reserved) || this.meantDeclaration() !== undefined;
    if (!this.is(1, Reserved)) return false;
    const word = this.word(1);
    return (word !== 'team' && word !== 'technique') || this.is(3, Title) || this.is(3, Open);
  }

  private readonly declaration = this.RULE('declaration', (meant: Kind | undefined): Declaration => {
    const keyword = this.CONSUME(Any);
    const draft = draftOf(keyword, meant ?? (keyword.image as Kind));
    this.OR([
      { GATE: () => draft.kind === 'link', ALT: () => this.SUBRULE(this.linkEnds, { ARGS: [draft] }) },
      {
        ALT: () => {
          this.SUBRULE(this.header, { ARGS: [draft] });
          this.OR2([
            { GATE: () => draft.kind === 'period', ALT: () => this.SUBRULE(this.periodDates, { ARGS: [draft] }) },
            { GATE: () => draft.kind === 'assessment', ALT: () => this.SUBRULE(this.assessmentDate, { ARGS: [draft] }) },
            { ALT: () => undefined },
          ]);
        },
      },
    ]);
    this.SUBRULE(this.body, { ARGS: [draft] });
    return this.ACTION(() => finished(draft, endOf(this.LA(0))));
  });

  private readonly nested = this.RULE('nested', (kind: Kind): Declaration => {
    const draft = draftOf(this.CONSUME(Any), kind);
    this.SUBRULE(this.header, { ARGS: [draft] });
    this.SUBRULE(this.body, { ARGS: [draft] });
    return this.ACTION(() => finished(draft, endOf(this.LA(0))));
  });

  private readonly body = this.RULE('body', (draft: Draft = unread()) => {
    this.OR([
      { GATE: () => blockless.has(draft.kind), ALT: () => this.SUBRULE(this.trail, { ARGS: [draft] }) },
      { GATE: () => this.is(1, Open) || this.lacksOpening(draft.kind), ALT: () => this.SUBRULE(this.block, { ARGS: [draft] }) },
      { GATE: () => draft.kind === 'scale', ALT: () => this.fault(() => problems.missingToken('{', this.last(), ' { levels }')) },
      { ALT: () => undefined },
    ]);
  });

  /** The properties that follow a link, a strength, a pitfall. */
  private readonly trail = this.RULE('trail', (draft: Draft = unread()) => {
    this.ACTION(() => this.frames.push({ kind: draft.kind, strayBraces: 0, brokenBraces: false }));
    const broken = this.ACTION(() => draft.ends !== null && (draft.ends.from === null || draft.ends.to === null));
    this.OPTION({ GATE: () => draft.kind !== 'period' && this.isStray(), DEF: () => this.SUBRULE(this.strays, { ARGS: [broken] }) });
    this.MANY({
      GATE: () => wordsOf(draft.kind).has(this.word(1)) && !this.is(1, Reserved),
      DEF: () => {
        const property = this.SUBRULE(this.property, { ARGS: [draft.kind] });
        this.ACTION(() => {
          const isLate = draft.kind === 'pitfall' && property.word !== 'severity' && draft.items.some((item) => isSeverity(item));
          if (isLate) this.found.push(problems.misplaced(property.keyword, property.word, 'severity'));
          draft.items.push(property);
        });
      },
    });
    this.OPTION2({ GATE: () => draft.kind === 'period' && this.isStray(), DEF: () => this.SUBRULE2(this.strays, { ARGS: [false] }) });
    this.ACTION(() => this.frames.pop());
  });

  private readonly block = this.RULE('block', (draft: Draft = unread()) => {
    const open: Span = this.OR([
      { ALT: () => this.spanFrom(this.CONSUME(Open)) },
      {
        ALT: () => {
          this.fault(() => problems.missingToken('{', this.last(), ' {'));
          return this.ACTION(() => ({ start: this.last().end, end: this.last().end }));
        },
      },
    ]);
    this.ACTION(() => this.frames.push({ kind: draft.kind, strayBraces: 0, brokenBraces: false }));
    this.MANY({ GATE: () => !this.blockStops(), DEF: () => this.SUBRULE(this.item, { ARGS: [draft] }) });
    this.OR2([
      { ALT: () => this.CONSUME(Close) },
      {
        ALT: () => {
          this.ACTION(() => {
            if (this.isSwallowed()) return;
            this.found.push(problems.unclosedBlock(open, endOf(this.LA(0))));
            this.leftOpen++;
          });
        },
      },
    ]);
    this.ACTION(() => {
      this.frames.pop();
      draft.block = { start: open.start, end: endOf(this.LA(0)) };
    });
  });

  private readonly item = this.RULE('item', (draft: Draft = unread()) => {
    const { kind } = draft;
    const add = (item: Item): void => {
      draft.items.push(item);
    };
    this.OR([
      {
        GATE: () => nestedKindOf(kind, this.word(1)) !== undefined,
        ALT: () => add(this.SUBRULE(this.nested, { ARGS: [this.ACTION(() => nestedKindOf(kind, this.word(1)) ?? kind)] })),
      },
      { GATE: () => wordsOf(kind).has(this.word(1)), ALT: () => add(this.SUBRULE(this.property, { ARGS: [kind] })) },
      {
        GATE: () => this.is(1, Close) && this.frame().strayBraces === 0,
        ALT: () => {
          const token = this.CONSUME(Close);
          this.fault(() => problems.extraBrace(spanOfToken(token)));
        },
      },
      { GATE: () => this.is(1, Name) && this.meantItem(1) !== undefined, ALT: () => this.SUBRULE(this.misspeltItem, { ARGS: [draft] }) },
      {
        ALT: () => {
          this.ACTION(() => {
            const token = this.LA(1);
            const isWord = this.is(1, Name) || this.is(1, Reserved);
            if (this.isGarbled()) return;
            this.found.push(
              isWord ? problems.noProperty(spanOfToken(token), token.image, kind) : problems.unexpected(spanOfToken(token), token.image),
            );
          });
          this.SUBRULE(this.unknownItem);
        },
      },
    ]);
  });

  /** An item that opens nothing known, with the block it may have. */
  private readonly unknownItem = this.RULE('unknownItem', () => {
    const first = this.ACTION(() => this.LA(1));
    let depth = 0;
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1) === first || (depth > 0 ? !this.is(1, EOF) && !this.opensDeclaration(1) : this.is(1, Open) || this.isStray()),
      DEF: () => {
        const token = this.CONSUME(Any);
        this.ACTION(() => {
          if (token.tokenType === Open) depth++;
          if (token.tokenType === Close) depth--;
          this.ACTION(() => {
            if (depth > 0) this.frame().brokenBraces = true;
          });
        });
      },
    });
  });

  private readonly misspeltItem = this.RULE('misspeltItem', (draft: Draft = unread()) => {
    const meant = this.ACTION(() => this.meantItem(1) ?? '');
    this.fault(() => problems.misspelt(spanOfToken(this.LA(1)), this.LA(1).image, meant));
    this.OR([
      {
        GATE: () => nestedKindOf(draft.kind, meant) !== undefined,
        ALT: () =>
          draft.items.push(this.SUBRULE(this.nested, { ARGS: [this.ACTION(() => nestedKindOf(draft.kind, meant) ?? draft.kind)] })),
      },
      { ALT: () => draft.items.push(this.SUBRULE(this.property, { ARGS: [draft.kind, meant] })) },
    ]);
  });

  private spanFrom(token: IToken): Span {
    return this.ACTION(() => spanOfToken(token));
  }
}

function draftOf(keyword: IToken, kind: Kind): Draft {
  return {
    kind,
    keyword: { start: keyword.startOffset, end: endOf(keyword) },
    name: null,
    title: null,
    ends: null,
    dates: null,
    block: null,
    items: [],
  };
}

function isSeverity(item: Item): boolean {
  return item.type === 'property' && item.word === 'severity';
}

function finished(draft: Draft, end: number): Declaration {
  return { type: 'declaration', start: draft.keyword.start, end, ...draft };
}

function commentOf(token: IToken): Comment {
  return { ...spanOfToken(token), text: token.image, line: token.image.startsWith('//') };
}

function inOrder(found: Problem[]): readonly Problem[] {
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const grammar = new Grammar();

/** What `text` says. Never fails: what cannot be understood is a problem in the tree. */
export function read(text: string): Tree {
  return grammar.read(text);
}
