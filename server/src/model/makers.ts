import { ownerFrom } from './clients';
import { grouped } from './grouped';
import { halfLinkFrom, linkFrom } from './links';
import { memo } from './memo';
import type { Assessment, Client, Competency, Intervention, Link, Member, Organization, Task, Team, Technique } from './model';
import { type Declared, nameOfLink, outlineOf } from './outline';
import { memberFrom, teamFrom } from './people';
import type { Maker } from './resolving';
import { assessmentFrom, interventionFrom, techniqueFrom } from './review';
import { competencyFrom } from './skills';
import type { SourceFile } from './snapshot';
import type { Stage } from './stages';
import { taskFrom } from './tasks';

/** What is made at each stage and nested in no other. */
export interface EntityAt {
  readonly competencies: Competency;
  readonly owners: Organization | Client;
  readonly teams: Team;
  readonly members: Member;
  readonly links: Link;
  readonly tasks: Task;
  readonly assessments: Assessment;
  readonly techniques: Technique;
  readonly interventions: Intervention;
}

/** What makes the entities of one file, by stage, in text order; nested ones are made with what is around them. */
export type Makers = { readonly file: SourceFile } & { readonly [S in Stage]: readonly Maker<EntityAt[S]>[] };

/** The makers of a file: its text is read once, whatever changes around it. */
export const makersOf = memo((file: SourceFile): Makers => {
  const { declared } = outlineOf(file);
  const of = <M>(kind: Declared['kind'], make: (declared: Declared) => M): readonly M[] =>
    declared.filter((each) => each.kind === kind).map(make);
  const byOwner = grouped(declared, ({ owner }) => (owner ? [owner] : []));
  const nestedIn = (owner: Declared): readonly Declared[] => byOwner.get(owner) ?? [];
  return {
    file,
    competencies: of('competency', competencyFrom),
    owners: declared.filter(({ kind }) => kind === 'organization' || kind === 'client').map((each) => ownerFrom(each, nestedIn(each))),
    teams: of('team', teamFrom),
    members: of('member', memberFrom),
    links: [...of('link', linkFrom), ...file.tree.declarations.filter(({ ends }) => ends && !nameOfLink(ends)).map(halfLinkFrom)],
    tasks: of('task', taskFrom),
    assessments: of('assessment', (each) => assessmentFrom(each, nestedIn(each))),
    techniques: of('technique', techniqueFrom),
    interventions: of('intervention', interventionFrom),
  };
});
