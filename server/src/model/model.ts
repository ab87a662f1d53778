import type { Declaration, Entry, Property } from '../syntax/tree';
import type { Frequency, Grade, InterventionStatus, LinkKind, Stance, TaskStatus, Voice } from '../syntax/vocabulary';
import type { Day, DayRange } from './calendar';
import type { Declared } from './outline';
import type { Scale } from './scale';
import type { Snapshot } from './snapshot';

/** What a project means on a day (docs/language.md §5): references resolved, levels numbered, defaults filled in. */
export interface Model {
  readonly snapshot: Snapshot;
  readonly today: Day;
  readonly scale: Scale;
  /** The days the model plans; null without a valid one. */
  readonly period: DayRange | null;
  readonly organization: Organization | null;
  /** Everything below stands in project order: files by path, then place. Only first declarations of a name count. */
  readonly competencies: readonly Competency[];
  readonly teams: readonly Team[];
  readonly members: readonly Member[];
  readonly clients: readonly Client[];
  readonly stakeholders: readonly Stakeholder[];
  readonly links: readonly Link[];
  /** Who and what a broken link has for an end that resolves: to whom else it is linked is not known. */
  readonly looseEnds: ReadonlySet<End>;
  readonly tasks: readonly Task[];
  readonly needs: readonly Need[];
  readonly resources: readonly Resource[];
  readonly assessments: readonly Assessment[];
  readonly pitfalls: readonly Pitfall[];
  readonly techniques: readonly Technique[];
  readonly interventions: readonly Intervention[];
  /** The entity that a declaration stands for; undefined for the second of a name, strengths, periods and scales. */
  entity(declared: Declared): AnyEntity | undefined;
}

export type AnyEntity = Party | Competency | Link | Task | Need | Resource | Assessment | Pitfall | Technique | Intervention;

export interface Entity {
  /** Qualified by kind, as findings name it: `member:anna`, `need:acme.faster-booking`, `link:a->b`. */
  readonly id: string;
  /** The bare name; of a link its ends, `a->b`. */
  readonly name: string;
  /** What people read: the title, else the name. */
  readonly label: string;
  readonly file: string;
  readonly node: Declaration;
  /** Words of the properties of which some value does not resolve: no rule judges what hangs on them. */
  readonly unresolved: ReadonlySet<string>;
}

export interface Competency extends Entity {
  readonly kind: 'competency';
  readonly within: Competency | null;
  /** All competencies this one is narrower than, nearest first; a cycle ends where it closes. */
  readonly broader: readonly Competency[];
  readonly critical: boolean;
  /** `holders N at l`; `level` is the autonomous one where not stated. */
  readonly holders: { readonly count: number; readonly level: number } | null;
}

export interface Skill {
  readonly competency: Competency;
  /** 1…n of the scale. */
  readonly level: number;
  readonly entry: Entry;
}

export interface Aim {
  readonly competency: Competency;
  readonly level: number | null;
  readonly entry: Entry;
}

export interface Team extends Entity {
  readonly kind: 'team';
  readonly within: Team | null;
  /** All teams this one is in, nearest first. */
  readonly broader: readonly Team[];
}

interface PersonBase extends Entity {
  readonly role: string | null;
  readonly has: readonly Skill[];
  readonly wants: readonly Aim[];
  readonly away: readonly DayRange[];
  /** The level at which the person holds each competency, the broader ones of what they have included. Absent: not assessed. */
  readonly levels: ReadonlyMap<Competency, number>;
}

export interface Member extends PersonBase {
  readonly kind: 'member';
  /** The teams that `team` names. */
  readonly teams: readonly Team[];
  /** Those and every team they are within. */
  readonly inTeams: ReadonlySet<Team>;
  /** `share`: 0…1 of the working days left; `days`: net days of the whole period. */
  readonly capacity: { readonly share: number } | { readonly days: number };
  readonly from: Day | null;
  readonly until: Day | null;
  /** Is today within `from` and `until`? */
  readonly present: boolean;
}

export interface Stakeholder extends PersonBase {
  readonly kind: 'stakeholder';
  readonly client: Client;
  readonly influence: Grade | null;
  readonly interest: Grade | null;
  readonly decides: boolean;
  readonly engagement: { readonly current: Stance; readonly desired: Stance | null } | null;
}

export type Person = Member | Stakeholder;

/** What a link can have for an end; both of its ends are people, or both are teams. */
export type End = Person | Team;

export interface Organization extends Entity {
  readonly kind: 'organization';
  readonly history: readonly string[];
  readonly needs: readonly Need[];
  readonly resources: readonly Resource[];
}

export interface Client extends Entity {
  readonly kind: 'client';
  readonly history: readonly string[];
  readonly needs: readonly Need[];
  readonly resources: readonly Resource[];
  readonly stakeholders: readonly Stakeholder[];
  readonly participation: Voice | null;
}

export interface Need extends Entity {
  readonly kind: 'need';
  readonly owner: Client | Organization;
  readonly priority: Grade | null;
}

export interface Resource extends Entity {
  readonly kind: 'resource';
  readonly owner: Client | Organization;
}

export interface Link extends Entity {
  readonly kind: 'link';
  readonly from: End;
  readonly to: End;
  readonly mutual: boolean;
  readonly relation: LinkKind;
  /** False where the text gives no kind and `relation` is the default, collaborates. */
  readonly relationStated: boolean;
  readonly frequency: Frequency | null;
  /** 1…5 as stated; null where not. */
  readonly strength: number | null;
  readonly strained: boolean;
  readonly competency: Competency | null;
  readonly since: Day | null;
}

export interface Assignee {
  readonly person: Person;
  /** Percent as written; null where not. */
  readonly percent: number | null;
  readonly entry: Entry;
}

export interface Participant {
  readonly person: Person;
  readonly voice: Voice;
  readonly entry: Entry;
}

export interface Task extends Entity {
  readonly kind: 'task';
  /** What the task is for: needs, clients, the organization. */
  readonly serves: readonly (Need | Client | Organization)[];
  /** One per competency, the highest level; in text order. */
  readonly requirements: readonly Skill[];
  /** In days; null where not stated. */
  readonly effort: number | null;
  readonly from: Day | null;
  readonly due: Day | null;
  /** One per person, in text order; absent members included. */
  readonly assignees: readonly Assignee[];
  readonly participants: readonly Participant[];
  readonly uses: readonly Resource[];
  readonly after: readonly Task[];
  readonly status: TaskStatus;
  /** Not done. */
  readonly open: boolean;
}

export type Party = Organization | Team | Member | Client | Stakeholder;

export interface Heard {
  readonly parties: readonly Party[];
  readonly on: Day | null;
  readonly text: string | null;
  readonly property: Property;
}

export interface Assessment extends Entity {
  readonly kind: 'assessment';
  readonly on: Day | null;
  readonly scope: readonly Party[];
  readonly heard: readonly Heard[];
  readonly strengths: readonly Strength[];
  readonly pitfalls: readonly Pitfall[];
}

export interface Strength extends Entity {
  readonly kind: 'strength';
  readonly assessment: Assessment;
  readonly of: readonly Party[];
}

export interface Pitfall extends Entity {
  readonly kind: 'pitfall';
  readonly assessment: Assessment;
  /** Its `of` or `between`. */
  readonly of: readonly Party[];
  readonly between: boolean;
  readonly severity: Grade | null;
}

export interface Technique extends Entity {
  readonly kind: 'technique';
  readonly answers: readonly string[];
}

export interface Intervention extends Entity {
  readonly kind: 'intervention';
  /** A technique of the project, or the name of a built-in one. */
  readonly technique: Technique | string | null;
  readonly rules: readonly string[];
  readonly pitfalls: readonly Pitfall[];
  readonly involves: readonly Party[];
  readonly owner: Member | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly measure: string | null;
  readonly status: InterventionStatus;
}
