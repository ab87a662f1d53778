import type { SourceFile } from '../model/snapshot';
import { Comma, endOf, Name, Qualified, Reserved, TextBlock, Title, tokenize } from '../syntax/tokens';
import { type Declaration, type Item, nestedIn } from '../syntax/tree';
import { blockless, formOf, type PropertyForm } from '../syntax/vocabulary';
import type { Span } from '../text/span';

/** What can stand where the cursor is. */
export type Context =
  /** Between declarations. */
  | { readonly at: 'top' }
  /** Where a property or a nested declaration can start. */
  | { readonly at: 'item'; readonly declaration: Declaration }
  /** Where a value of a property stands; `done` tells how much of it is there already. */
  | { readonly at: 'value'; readonly declaration: Declaration; readonly word: string; readonly form: PropertyForm; readonly done: Done }
  /** At an end of a link. */
  | { readonly at: 'end'; readonly declaration: Declaration }
  | { readonly at: 'arrow' }
  /** In a comment, a text, or where a new name is made up. */
  | { readonly at: 'nowhere' };

/** nothing: the property's word, or a comma · reference: what a level, a share or a voice can follow · more: at least one whole value. */
export type Done = 'nothing' | 'reference' | 'more';

/** The word that is being typed at `offset`: what completion replaces. */
export function wordAround(text: string, offset: number): Span {
  const before = /[\p{L}\p{M}\p{Nd}_./-]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  return { start: offset - before.length, end: offset };
}

/** What can stand at `offset`, the word that is being typed there not counted. */
export function contextAt(file: SourceFile, offset: number): Context {
  const { start } = wordAround(file.text, offset);
  if (file.tree.comments.some((comment) => comment.start < start && (start < comment.end || (comment.line && start === comment.end))))
    return { at: 'nowhere' };
  const around = enclosing(file.tree.declarations, start);
  if (!around) return afterLast(file, start);
  return inBlock(file, around, start);
}

/** The innermost declaration whose block holds `offset`. */
function enclosing(declarations: readonly Declaration[], offset: number): Declaration | undefined {
  const outer = declarations.findLast((declaration) => {
    const { block } = declaration;
    return block !== null && block.start < offset && offset < block.end;
  });
  return outer && (enclosing(nestedIn(outer), offset) ?? outer);
}

/** Between blocks: at the top, or in the header or the trail of the declaration before. */
function afterLast(file: SourceFile, offset: number): Context {
  const last = file.tree.declarations.findLast((declaration) => declaration.start < offset);
  if (!last || (last.block && last.block.end <= offset)) return { at: 'top' };
  return inHeader(file, last, offset);
}

function inHeader(file: SourceFile, declaration: Declaration, offset: number): Context {
  const tokens = tokensBetween(file, declaration.start, offset);
  const newLine = /[\n\r]/.test(file.text.slice(lastEnd(tokens, declaration.start), offset));
  if (declaration.kind === 'link') return inLink(file, declaration, offset, newLine);
  if (!blockless.has(declaration.kind)) return newLine ? { at: 'top' } : { at: 'nowhere' };
  if (declaration.kind === 'period') return newLine ? { at: 'top' } : { at: 'nowhere' };
  return tokens.length < 2 ? { at: 'nowhere' } : inTrail(file, declaration, offset);
}

function inLink(file: SourceFile, declaration: Declaration, offset: number, newLine: boolean): Context {
  const { ends } = declaration;
  if (!ends?.from || offset <= ends.from.end) return newLine && !ends?.from ? { at: 'top' } : { at: 'end', declaration };
  if (!ends.arrow) return newLine ? { at: 'top' } : { at: 'arrow' };
  if (!ends.to || offset <= ends.to.end) return { at: 'end', declaration };
  const trail = inTrail(file, declaration, offset);
  return newLine && trail.at === 'item' ? { at: 'top' } : trail;
}

function inBlock(file: SourceFile, declaration: Declaration, offset: number): Context {
  const last = declaration.items.findLast((item) => item.start < offset);
  if (last?.type === 'declaration' && !last.block) {
    const header = inHeader(file, last, offset);
    return header.at === 'top' ? { at: 'item', declaration } : header;
  }
  return inTrail(file, declaration, offset);
}

function inTrail(file: SourceFile, declaration: Declaration, offset: number): Context {
  const last = declaration.items.findLast((item): item is Item => item.start < offset);
  if (!last || last.type === 'declaration') return { at: 'item', declaration };
  const form = formOf(declaration.kind, last.word);
  if (!form || form.shape === 'flag') return { at: 'item', declaration };
  return afterWord(file, declaration, last.word, form, last.start, offset);
}

function afterWord(file: SourceFile, declaration: Declaration, word: string, form: PropertyForm, start: number, offset: number): Context {
  const tokens = tokensBetween(file, start, offset);
  const last = tokens.at(-1);
  if (!last) return { at: 'item', declaration };
  if ((last.tokenType === Title || last.tokenType === TextBlock) && offset < endOf(last) + start) return { at: 'nowhere' };
  const value = (done: Done): Context => ({ at: 'value', declaration, word, form, done });
  if (tokens.length === 1 || last.tokenType === Comma) return value('nothing');
  const newLine = /[\n\r]/.test(file.text.slice(lastEnd(tokens, start), offset));
  const isReference = last.tokenType === Name || last.tokenType === Qualified || last.tokenType === Reserved;
  if (
    isReference &&
    takesMore(form) &&
    isFreshReference(
      tokens.map(({ tokenType }) => tokenType),
      form,
    )
  ) {
    return newLine && form.shape !== 'skills' ? { at: 'item', declaration } : value('reference');
  }
  if (form.shape === 'atLevel' || form.shape === 'holders')
    return ['at'].includes(last.image) ? value('reference') : { at: 'item', declaration };
  if (form.shape === 'stances' && last.image === '->') return value('nothing');
  return newLine || !form.list ? { at: 'item', declaration } : value('more');
}

/** Can a level, a share or a voice stand beside a reference? */
function takesMore(form: PropertyForm): boolean {
  return ['skills', 'aims', 'participants'].includes(form.shape);
}

/** Is the last name the first of its entry, so that its level or voice is still to come? */
function isFreshReference(types: readonly unknown[], form: PropertyForm): boolean {
  const comma = types.lastIndexOf(Comma);
  const inEntry = comma < 0 ? types.length - 1 : types.length - 1 - comma;
  return inEntry === 1 && form.shape !== 'refs';
}

function tokensBetween(file: SourceFile, start: number, end: number) {
  return tokenize(file.text.slice(start, end)).tokens;
}

function lastEnd(tokens: ReturnType<typeof tokensBetween>, start: number): number {
  const last = tokens.at(-1);
  return last ? start + endOf(last) : start;
}
