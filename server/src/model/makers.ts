import { ownerFrom } from './clients';
import { grouped } from './grouped';
import { halfLinkFrom, linkFrom } from './links';
import { memo } from './memo';
import type { Assessment, Client, Competency, Intervention, Link, Member, Organization, Task, Team, Technique } from './model';
import { type Declared, nameOfLink, outlineOf } from './outline';
import { memberFrom, teamFrom } from './people';
import type { Maker, Resolving } from './resolving';
import { assessmentFrom, interventionFrom, techniqueFrom } from './review';
import { competencyFrom } from './skills';
import type { SourceFile } from './snapshot';
import { taskFrom } from './tasks';

/** What makes the entities of one file, each list in text order; nested ones are made with what is around them. */
export interface Makers {
  readonly file: SourceFile;
  readonly competencies: readonly Maker<Competency>[];
  readonly owners: readonly Maker<Organization | Client>[];
  readonly teams: readonly Maker<Team>[];
  readonly members: readonly Maker<Member>[];
  readonly links: readonly Maker<Link>[];
  /** What notes that links lack an end or an arrow yet. */
  readonly halfLinks: readonly ((project: Resolving) => void)[];
  readonly tasks: readonly Maker<Task>[];
  readonly assessments: readonly Maker<Assessment>[];
  readonly techniques: readonly Maker<Technique>[];
  readonly interventions: readonly Maker<Intervention>[];
}

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
    links: of('link', linkFrom),
    halfLinks: file.tree.declarations.filter(({ ends }) => ends && !nameOfLink(ends)).map(halfLinkFrom),
    tasks: of('task', taskFrom),
    assessments: of('assessment', (each) => assessmentFrom(each, nestedIn(each))),
    techniques: of('technique', techniqueFrom),
    interventions: of('intervention', interventionFrom),
  };
});
