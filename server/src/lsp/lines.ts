import type { LineIndex, Position } from '../text/lineIndex';

/** How the client counts columns. */
export type Encoding = 'utf-8' | 'utf-16';

/** Offsets of a text and positions as the client counts them. */
export interface Lines {
  readonly text: string;
  position(offset: number): Position;
  offset(position: Position): number;
}

/** `lines`, with columns as the client counts them. */
export function linesIn(encoding: Encoding, lines: LineIndex): Lines {
  return encoding === 'utf-16' ? lines : new Utf8Lines(lines);
}

class Utf8Lines implements Lines {
  constructor(private readonly lines: LineIndex) {}

  get text(): string {
    return this.lines.text;
  }

  position(offset: number): Position {
    const { line, column } = this.lines.position(offset);
    const start = this.lines.starts[line] ?? 0;
    return { line, column: bytesIn(this.text, start, start + column) };
  }

  /** A column within a character is that of its start. */
  offset({ line, column }: Position): number {
    const end = this.lines.offset({ line, column: Number.MAX_SAFE_INTEGER });
    let at = this.lines.offset({ line, column: 0 });
    for (let left = column; at < end; ) {
      const code = this.text.codePointAt(at) ?? 0;
      left -= bytesOf(code);
      if (left < 0) break;
      at += code > 0xffff ? 2 : 1;
    }
    return at;
  }
}

function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at) ?? 0;
    bytes += bytesOf(code);
    at += code > 0xffff ? 2 : 1;
  }
  return bytes;
}

/** A half of a pair that stands alone is sent as U+FFFD, which takes three bytes. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
