/** A Markdown file of cases: what stands before the first `##`, and one case a `##`. */
export interface CaseFile {
  /** The `key: value` lines between two `---` at the top. */
  readonly settings: ReadonlyMap<string, string>;
  /** Up to the first case, as it stands. */
  readonly head: string;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly title: string;
  /** Prose and fences in turn; joined they are the case as it stands. */
  readonly pieces: readonly Piece[];
}

export type Piece = string | Fence;

/** What stands between three backticks and three backticks. */
export interface Fence {
  /** The first word behind the opening backticks. */
  readonly language: string;
  /** What follows it on that line. */
  readonly info: string;
  /** Every line with its end; empty for a fence that holds nothing. */
  readonly body: string;
}

export function readCases(markdown: string): CaseFile {
  const [head = '', ...cases] = markdown.split(/^(?=## )/m);
  return { settings: settingsIn(head), head, cases: cases.map(readCase) };
}

/** The Markdown that a case was read from, with its fences as they are now. */
export function writeCase({ pieces }: Case): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : writeFence(piece))).join('');
}

export function fencesOf({ pieces }: Case, language: string): readonly Fence[] {
  return pieces.filter((piece) => typeof piece !== 'string').filter((fence) => fence.language === language);
}

function readCase(text: string): Case {
  const title = /^## (.*)/.exec(text)?.[1] ?? '';
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/^```([\w-]+)[ ]*(.*)\n((?:(?!```).*\n)*)```$/gm)) {
    const [whole, language = '', info = '', body = ''] = match;
    pieces.push(text.slice(from, match.index), { language, info, body });
    from = match.index + whole.length;
  }
  return { title, pieces: [...pieces, text.slice(from)] };
}

function writeFence({ language, info, body }: Fence): string {
  return `\`\`\`${language}${info === '' ? '' : ` ${info}`}\n${body}\`\`\``;
}

function settingsIn(head: string): ReadonlyMap<string, string> {
  const front = /^---\n([\s\S]*?)^---$/m.exec(head)?.[1] ?? '';
  return new Map(
    front
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [key = '', ...value] = line.split(':');
        return [key.trim(), value.join(':').trim()];
      }),
  );
}
