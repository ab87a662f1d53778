import type { IToken } from 'chevrotain';
import { closest } from './cursor';
import { daysOf } from './figures';
import * as problems from './problems';
import { flag, quantity, Terms } from './terms';
import { blockValue, titleValue } from './texts';
import {
  Any,
  Arrow,
  Close,
  Comma,
  Count,
  Duration,
  endOf,
  figureText,
  Name,
  Open,
  Percent,
  RuleWord,
  spanOfToken,
  TextBlock,
  Title,
} from './tokens';
import type { Entry, Property, Text } from './tree';
import { formOf, type Kind, type Shape } from './vocabulary';

type Draft = { -readonly [Slot in keyof Entry]: Entry[Slot] };

/** The right-hand sides of properties (docs/language.md §3). A value that is missing or garbled leaves one problem and an empty slot. */
export class Values extends Terms {
  /** A property of the block of `kind`; `meant` is the word where the text misspells it. */
  readonly property = this.RULE('property', (kind: Kind, meant?: string): Property => {
    const keyword = this.CONSUME(Any);
    const word = meant ?? keyword.image;
    const before = this.ACTION(() => this.problemsBefore(keyword.startOffset + 1));
    this.ACTION(() => {
      this.form = formOf(kind, word) ?? flag;
    });
    const entries = this.SUBRULE(this.values);
    const property: Property = {
      type: 'property',
      word,
      keyword: this.ACTION(() => spanOfToken(keyword)),
      start: keyword.startOffset,
      end: this.ACTION(() => endOf(this.LA(0))),
      entries,
    };
    this.OPTION({
      GATE: () => this.isStray(),
      DEF: () =>
        this.SUBRULE(this.strays, { ARGS: [this.ACTION(() => this.is(1, Close) || this.problemsBefore(this.LA(1).startOffset) > before)] }),
    });
    return property;
  });

  private readonly values = this.RULE('values', (): readonly Entry[] => {
    const { form } = this;
    return this.OR([
      { GATE: () => isListShape(form.shape), ALT: () => this.SUBRULE(this.list) },
      { GATE: () => form.shape === 'heard', ALT: () => this.SUBRULE(this.heard) },
      { GATE: () => form.shape === 'text' || form.shape === 'title', ALT: () => filled({ text: this.SUBRULE(this.quoted) }) },
      { GATE: () => form.shape === 'date', ALT: () => filled({ date: this.SUBRULE(this.date) }) },
      { GATE: () => form.shape === 'range', ALT: () => this.SUBRULE(this.range) },
      { GATE: () => form.shape === 'word', ALT: () => filled({ word: this.SUBRULE(this.choice) }) },
      { GATE: () => form.shape === 'stances', ALT: () => this.SUBRULE(this.stances) },
      { GATE: () => form.shape === 'duration', ALT: () => filled({ days: this.SUBRULE(this.duration) }) },
      { GATE: () => form.shape === 'capacity', ALT: () => this.SUBRULE(this.capacity) },
      { GATE: () => form.shape === 'number', ALT: () => filled({ number: this.SUBRULE(this.count) }) },
      { GATE: () => form.shape === 'holders', ALT: () => this.SUBRULE(this.holders) },
      { GATE: () => form.shape === 'atLevel', ALT: () => filled({ level: this.SUBRULE(this.atLevel) }) },
      { ALT: () => [] },
    ]);
  });

  /** Values joined by commas. */
  private readonly list = this.RULE('list', (): readonly Entry[] => {
    const { shape } = this.form;
    const entries: Entry[] = [];
    const add = (entry: Entry | undefined): void => {
      if (entry) entries.push(entry);
    };
    add(this.SUBRULE(this.entry));
    this.MANY({
      GATE: () => shape !== 'ref' && (this.is(1, Comma) || this.lacksComma(shape)),
      DEF: () =>
        this.OR([
          {
            GATE: () => this.is(1, Comma) && !this.startsEntry(shape, 2),
            ALT: () => {
              const comma = this.CONSUME(Comma);
              this.fault(() => problems.trailingComma(spanOfToken(comma)));
            },
          },
          {
            ALT: () => {
              this.CONSUME2(Comma);
              add(this.SUBRULE2(this.entry));
            },
          },
          {
            ALT: () => {
              this.fault(() => problems.missingToken(',', this.last(), ','));
              add(this.SUBRULE3(this.entry));
            },
          },
        ]),
    });
    return entries;
  });

  private readonly entry = this.RULE('entry', (): Entry | undefined => {
    const { form } = this;
    return this.OR([
      { GATE: () => form.shape === 'answers' && this.is(1, RuleWord), ALT: () => drafted({ rule: this.wordFrom(this.CONSUME(RuleWord)) }) },
      { GATE: () => form.shape === 'levels' && this.startsRef(1), ALT: () => this.SUBRULE(this.levelName) },
      {
        GATE: () => this.startsRef(1),
        ALT: () => {
          const draft: Draft = { start: 0, end: 0 };
          draft.ref = this.SUBRULE(this.ref);
          this.SUBRULE(this.besideRef, { ARGS: [draft] });
          return this.ACTION(() => drafted(draft));
        },
      },
      {
        ALT: () => {
          this.fault(() => problems.missing(form.shape === 'answers' ? 'rule' : form.shape === 'levels' ? 'name' : 'ref', this.last()));
          return undefined;
        },
      },
    ]);
  });

  /** What stands beside a reference: a level, a share, a voice. */
  private readonly besideRef = this.RULE('besideRef', (draft: Draft = { start: 0, end: 0 }) => {
    const { form } = this;
    this.OR([
      {
        GATE: () => form.shape === 'skills' || (form.shape === 'aims' && this.startsLevel(1)),
        ALT: () => {
          const level = this.SUBRULE(this.level);
          if (level) draft.level = level;
        },
      },
      {
        GATE: () => form.shape === 'assignees' && this.is(1, Percent),
        ALT: () => {
          const token = this.CONSUME(Percent);
          draft.percent = this.ACTION(() => quantity(token, Number.parseInt(figureText(token), 10)));
        },
      },
      {
        GATE: () => form.shape === 'assignees' && this.is(1, Count),
        ALT: () => {
          const token = this.CONSUME(Count);
          this.fault(() => problems.malformed(spanOfToken(token), token.image, `${token.image}%`));
          draft.percent = this.ACTION(() => quantity(token, Number(token.image)));
        },
      },
      {
        GATE: () => form.shape === 'participants' && this.startsVoice(),
        ALT: () => {
          const word = this.SUBRULE(this.choice);
          if (word) draft.word = word;
        },
      },
      { ALT: () => undefined },
    ]);
  });

  private readonly levelName = this.RULE('levelName', (): Entry => {
    const draft: Draft = { start: 0, end: 0, name: this.wordFrom(this.CONSUME(Name)) };
    this.OPTION(() => {
      const title = this.CONSUME(Title);
      draft.text = this.ACTION(() => textOf(title));
    });
    return this.ACTION(() => drafted(draft));
  });

  private readonly holders = this.RULE('holders', (): readonly Entry[] => {
    const draft: Draft = { start: 0, end: 0 };
    const number = this.SUBRULE(this.count);
    if (number) draft.number = number;
    this.OPTION({
      GATE: () => this.word(1) === 'at',
      DEF: () => {
        const level = this.SUBRULE(this.atLevel);
        if (level) draft.level = level;
      },
    });
    return this.ACTION(() => filled(draft));
  });

  private readonly capacity = this.RULE('capacity', (): readonly Entry[] => {
    const draft: Draft = { start: 0, end: 0 };
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(Percent);
          draft.percent = this.ACTION(() => quantity(token, Number.parseInt(figureText(token), 10)));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(Duration);
          draft.days = this.ACTION(() => quantity(token, daysOf(figureText(token))));
          this.OPTION({
            GATE: () => this.word(1) === 'per',
            DEF: () => {
              const per = this.CONSUME(Name);
              const week = this.SUBRULE(this.week);
              draft.perWeek = this.ACTION(() => ({ start: per.startOffset, end: endOf(week ?? per) }));
            },
          });
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(Count);
          this.fault(() => problems.malformed(spanOfToken(token), token.image, `${token.image}%`));
          draft.percent = this.ACTION(() => quantity(token, Number(token.image)));
        },
      },
      { ALT: () => this.lack('capacity') },
    ]);
    return this.ACTION(() => filled(draft));
  });

  private readonly range = this.RULE('range', (): readonly Entry[] => {
    const draft: Draft = { start: 0, end: 0 };
    const date = this.SUBRULE(this.date);
    if (date) draft.date = date;
    this.OPTION({
      GATE: () => this.word(1) === 'to' && !this.opensItem(1),
      DEF: () => {
        this.CONSUME(Name);
        const to = this.SUBRULE2(this.date);
        if (to) draft.toDate = to;
      },
    });
    return this.ACTION(() => filled(draft));
  });

  private readonly stances = this.RULE('stances', (): readonly Entry[] => {
    const draft: Draft = { start: 0, end: 0 };
    const word = this.SUBRULE(this.choice);
    if (word) draft.word = word;
    this.OPTION(() => {
      this.CONSUME(Arrow);
      const to = this.SUBRULE2(this.choice);
      if (to) draft.toWord = to;
    });
    return this.ACTION(() => filled(draft));
  });

  private readonly heard = this.RULE('heard', (): readonly Entry[] => {
    const refs = this.SUBRULE(this.list);
    const draft: Draft = { start: 0, end: 0 };
    this.OPTION({
      GATE: () => this.word(1) === 'on',
      DEF: () => {
        this.CONSUME(Name);
        const date = this.SUBRULE(this.date);
        if (date) draft.date = date;
      },
    });
    this.OPTION2({
      GATE: () => this.is(1, Title) || this.is(1, TextBlock),
      DEF: () => {
        const text = this.SUBRULE(this.quoted);
        if (text) draft.text = text;
      },
    });
    return this.ACTION(() => [...refs, ...filled(draft)]);
  });

  /** A title, or a text block where one can stand; what goes without its quotes is taken up to the end of the line. */
  private readonly quoted = this.RULE('quoted', (): Text | undefined => {
    const { shape } = this.form;
    return this.OR([
      { ALT: () => this.textFrom(this.CONSUME(Title)) },
      {
        ALT: () => {
          const token = this.CONSUME(TextBlock);
          if (shape === 'title') this.fault(() => problems.multilineTitle(spanOfToken(token)));
          return this.textFrom(token);
        },
      },
      {
        GATE: () => this.goesUnquoted(),
        ALT: () => {
          const span = this.SUBRULE(this.unquoted);
          return this.ACTION(() => {
            const value = this.text.slice(span.start, span.end);
            this.found.push(problems.unquoted(span, value));
            return { ...span, value };
          });
        },
      },
      { ALT: () => this.lack(shape === 'title' ? 'title' : 'text') },
    ]);
  });

  /** Tokens that belong to nothing, one problem for all of them; none where what came before already has one. */
  readonly strays = this.RULE('strays', (quiet: boolean) => {
    const first = this.ACTION(() => this.LA(1));
    this.ACTION(() => {
      if (!quiet && !this.isGarbled()) this.found.push(problems.unexpected(spanOfToken(first), first.image));
    });
    this.AT_LEAST_ONE({
      GATE: () => this.isStray() || this.LA(1) === first,
      DEF: () => {
        const token = this.CONSUME(Any);
        this.ACTION(() => this.countBrace(token));
      },
    });
  });

  protected countBrace(token: IToken): void {
    const frame = this.frames.at(-1);
    if (!frame) return;
    if (token.tokenType === Open) {
      frame.strayBraces++;
      frame.brokenBraces = true;
    }
    if (token.tokenType === Close && frame.strayBraces > 0) frame.strayBraces--;
  }

  protected textFrom(token: IToken): Text {
    return this.ACTION(() => textOf(token));
  }

  /** A voice beside a participant, or a word that is meant as one. */
  private startsVoice(): boolean {
    if (!this.is(1, Name) || this.opensItem(1)) return false;
    const words = this.form.words ?? [];
    const word = this.word(1);
    return words.includes(word) || (this.sameLine(1) && closest(word, words) !== undefined);
  }
}

function isListShape(shape: Shape): boolean {
  return ['ref', 'refs', 'skills', 'aims', 'assignees', 'participants', 'answers', 'levels'].includes(shape);
}

function textOf(token: IToken): Text {
  return { ...spanOfToken(token), value: token.tokenType === TextBlock ? blockValue(token.image) : titleValue(token.image) };
}

/** The entry of `slots`, spanning all of them. */
function drafted(slots: Omit<Draft, 'start' | 'end'>): Entry {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const slot of Object.values(slots)) {
    if (typeof slot !== 'object') continue;
    start = Math.min(start, slot.start);
    end = Math.max(end, slot.end);
  }
  return { ...slots, start, end };
}

/** One entry where a slot is filled, else none. */
function filled(slots: { readonly [Slot in keyof Entry]?: Entry[Slot] | undefined }): readonly Entry[] {
  const present = Object.fromEntries(Object.entries(slots).filter(([, slot]) => typeof slot === 'object'));
  return Object.keys(present).length === 0 ? [] : [drafted(present)];
}
