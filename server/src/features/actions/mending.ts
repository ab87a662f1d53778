import type { Model } from '../../model/model';
import { fixesOf } from '../../rules/check';
import type { Finding, Fix, RuleName } from '../../rules/rule';
import { entriesWithin } from '../../syntax/tree';
import type { Edit } from '../../text/edit';
import { contains, touches } from '../../text/span';
import type { Where } from './action';

/** A project that is mended, and for whom. */
export type Mended = Pick<Where, 'checked' | 'language' | 'watch'>;

/** Rules whose fixes change how something is written, or take away what says nothing: none of them decides who does what. */
export const mendable: ReadonlySet<RuleName> = new Set<RuleName>([
  'model/syntax',
  'model/unknown-name',
  'model/unknown-level',
  'model/unknown-rule',
  'model/duplicate-property',
  'model/conflicting-skill',
  'model/self-link',
  'model/unused-competency',
  'model/unused-ignore',
]);

/** The fix of a finding that is certain: the only one that changes what is there, so that nothing has to be chosen; null without one. */
export function certainFix(finding: Finding, { checked: { model }, language, watch }: Mended): Fix | null {
  if (!mendable.has(finding.rule.name)) return null;
  const fixes = fixesOf(finding, model, language, watch).filter(({ disabled }) => !disabled);
  const [fix, ...others] = fixes.filter((each) => !isElsewhere(each, finding));
  return fix?.preferred && others.length === 0 && !losesWords(fix, model) ? fix : null;
}

/** All fixes of what stands in `file` that are certain and can be made at once, in text order. */
export function certainFixes(file: string, where: Mended): readonly Fix[] {
  return compatible(
    where.checked.findings.filter(({ found: { at } }) => at.file === file).flatMap((each) => certainFix(each, where) ?? []),
  );
}

/** Those of `fixes` that can be made at once: of two that overlap the first. */
export function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const made: Edit[] = [];
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => made.some((other) => overlaps(edit, other)))) return false;
    made.push(...edits);
    return true;
  });
}

export function editsOf(fixes: readonly Fix[]): readonly Edit[] {
  return fixes.flatMap(({ edits }) => edits);
}

/** Does it leave what was found as it is, and add something elsewhere: declare what is not known? */
function isElsewhere({ edits }: Fix, { rule, found: { at } }: Finding): boolean {
  const isChange = rule.name === 'model/unknown-name' || rule.name === 'model/unknown-level' || rule.name === 'model/unknown-rule';
  return isChange && !edits.every(({ file, span }) => file === at.file && contains(at.span, span));
}

/** Does it take away what somebody has put in their own words? A title alone does not count. */
function losesWords({ edits }: Fix, { snapshot }: Model): boolean {
  return edits.some(({ file, span, text }) => {
    const around = snapshot.files.get(file)?.tree.declarations.filter((each) => touches(each, span.start) || contains(span, each)) ?? [];
    return text === '' && entriesWithin(around).some((entry) => entry.text && contains(span, entry.text));
  });
}

function overlaps(a: Edit, b: Edit): boolean {
  if (a.file !== b.file) return false;
  return (a.span.start < b.span.end && b.span.start < a.span.end) || (a.span.start === b.span.start && a.span.end === b.span.end);
}
