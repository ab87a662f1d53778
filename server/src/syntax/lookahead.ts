import {
  Alternation,
  Alternative,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** What a production can start with: tokens by type index, and whether it can be empty. */
interface Start {
  readonly tokens: Set<number>;
  readonly empty: boolean;
}

type Choice = (this: { LA(index: number): IToken }, alternatives?: IOrAlt<unknown>[]) => number | undefined;
type Entry = (this: { LA(index: number): IToken }) => boolean;

/**
 * Decides by one token and the gates, in the order of the alternatives; what can be empty can always be taken.
 * chevrotain's own LL(k) takes no alternative that starts with a production that can be empty, and here every production
 * has an empty alternative that reports what is missing.
 */
export const firstFit: ILookaheadStrategy = {
  validate: () => [],
  buildLookaheadForAlternation({ prodOccurrence, rule }) {
    const starts = alternationsIn(rule.definition)
      .filter((alternation) => alternation.idx === prodOccurrence)
      .flatMap((alternation) => alternation.definition.map((alternative) => startOf([alternative])));
    const choose: Choice = function (alternatives) {
      const type = this.LA(1).tokenTypeIdx;
      for (let index = 0; index < starts.length; index++) {
        const start = starts[index];
        if (!start || !(start.empty || start.tokens.has(type))) continue;
        const gate = alternatives?.[index]?.GATE;
        if (gate === undefined || gate.call(this)) return index;
      }
      return undefined;
    };
    return choose;
  },
  buildLookaheadForOptional({ prodOccurrence, prodType, rule }) {
    const kind = { Option, Repetition, RepetitionMandatory }[prodType as string];
    const found = optionalsIn(rule.definition).find(
      (production) => production.idx === prodOccurrence && kind !== undefined && production instanceof kind,
    );
    const start = startOf(found?.definition ?? []);
    const enters: Entry = function () {
      return start.empty || start.tokens.has(this.LA(1).tokenTypeIdx);
    };
    return enters;
  },
};

function startOf(sequence: readonly IProduction[]): Start {
  const tokens = new Set<number>();
  for (const production of sequence) {
    const start = startOfOne(production);
    for (const token of start.tokens) tokens.add(token);
    if (!start.empty) return { tokens, empty: false };
  }
  return { tokens, empty: true };
}

function startOfOne(production: IProduction): Start {
  if (production instanceof Terminal) return { tokens: new Set(typesOf(production.terminalType)), empty: false };
  if (production instanceof NonTerminal) return startOf(production.referencedRule.definition);
  if (production instanceof Alternation) {
    const starts = production.definition.map((alternative) => startOf([alternative]));
    return { tokens: new Set(starts.flatMap((start) => [...start.tokens])), empty: starts.some((start) => start.empty) };
  }
  if (production instanceof Option || production instanceof Repetition) return { ...startOf(production.definition), empty: true };
  return startOf(definitionOf(production));
}

function typesOf(type: TokenType): readonly number[] {
  return [type.tokenTypeIdx ?? 0, ...(type.categoryMatches ?? [])];
}

function definitionOf(production: IProduction): readonly IProduction[] {
  return production instanceof Alternative || production instanceof RepetitionMandatory ? production.definition : [];
}

function inside(production: IProduction): readonly IProduction[] {
  if (production instanceof Alternation || production instanceof Option || production instanceof Repetition) return production.definition;
  return definitionOf(production);
}

function alternationsIn(definition: readonly IProduction[]): readonly Alternation[] {
  return definition.flatMap((production) => [
    ...(production instanceof Alternation ? [production] : []),
    ...alternationsIn(inside(production)),
  ]);
}

type Optional = Option | Repetition | RepetitionMandatory;

function optionalsIn(definition: readonly IProduction[]): readonly Optional[] {
  return definition.flatMap((production) => [
    ...(production instanceof Option || production instanceof Repetition || production instanceof RepetitionMandatory ? [production] : []),
    ...optionalsIn(inside(production)),
  ]);
}
