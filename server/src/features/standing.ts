import { covers, heldLevel, peopleOn } from '../model/coverage';
import type { AnyEntity, Client, Member, Model, Need, Person, Task } from '../model/model';
import { collaboration, linksOf } from '../model/network';
import { isOverloaded, loadOf } from '../model/workload';
import { messageOf } from '../rules/answer';
import { liaisonsOf, openTasksFor } from '../rules/liaisons';
import type { Finding } from '../rules/rule';
import { figure, inDays, levelName, percent, percentSign, plural } from '../rules/wording';
import type { Language } from '../text/localised';
import { fact } from './facts';
import { escaped } from './markdown';

/**
 * How an entity stands in the whole project, as Markdown: a member's load and ties, a task's requirements against what its people hold, a
 * client's needs and liaisons, and what the rules find about it. Empty where there is nothing to say.
 */
export function standing(model: Model, findings: readonly Finding[], entity: AnyEntity, language: Language): string {
  const facts = factsOf(model, entity, language).map((each) => `- ${each}`);
  const table = entity.kind === 'task' ? coverageTable(model, entity, language) : '';
  return [facts.join('\n'), table, found(findings, entity, language)].filter((part) => part !== '').join('\n\n');
}

function factsOf(model: Model, entity: AnyEntity, language: Language): readonly string[] {
  if (entity.kind === 'member') return [...loadFacts(model, entity, language), ...tieFacts(model, entity, language)];
  if (entity.kind === 'client') return [...needFacts(model, entity, language), ...liaisonFacts(model, entity, language)];
  return [];
}

function loadFacts(model: Model, member: Member, language: Language): readonly string[] {
  const { available, assigned, load, weeks } = loadOf(model, member);
  const say = phrases[language];
  const days = available === null ? inDays(language, assigned) : say.ofDays(figure(language, assigned), inDays(language, available));
  const share = load === null || load === Number.POSITIVE_INFINITY ? '' : `${percent(language, load)}${percentSign[language]} · `;
  const over = weeks.filter(isOverloaded).length;
  const beyond = over > 0 ? [say.weeksOver(plural(language, over, say.week, say.weeks))] : [];
  return fact(labels.load, [[share + days, ...beyond].join(' · ')], language);
}

/** Whom somebody works with: members in collaboration, and how many of the links are strained. */
function tieFacts(model: Model, member: Member, language: Language): readonly string[] {
  const { index, neighbours } = collaboration(model);
  const count = neighbours[index.get(member) ?? -1]?.length ?? 0;
  const strained = linksOf(model, member).filter((link) => link.strained).length;
  const say = phrases[language];
  const parts = [plural(language, count, say.member, say.members), ...(strained > 0 ? [say.strained(strained)] : [])];
  return fact(labels.ties, [parts.join(' · ')], language);
}

function needFacts(model: Model, client: Client, language: Language): readonly string[] {
  const say = phrases[language];
  const tasks = openTasksFor(model, client);
  const serving = (need: Need): number => tasks.filter(({ serves }) => serves.includes(need)).length;
  const needs = client.needs.map((need) => `${escaped(need.label)} (${plural(language, serving(need), say.task, say.tasks)})`);
  return fact(labels.needs, needs, language);
}

/** Each stakeholder, and the members who are linked to them. */
function liaisonFacts(model: Model, client: Client, language: Language): readonly string[] {
  const liaisons = client.stakeholders.map((stakeholder) => {
    const members = liaisonsOf(model, stakeholder).map(({ label }) => escaped(label));
    return `${escaped(stakeholder.label)} ← ${members.length > 0 ? members.join(' + ') : phrases[language].nobody}`;
  });
  return fact(labels.liaisons, liaisons, language);
}

/** A row for each requirement, a column for everyone on the task: at which level they hold it, and whether that is enough. */
function coverageTable(model: Model, task: Task, language: Language): string {
  if (task.requirements.length === 0) return '';
  const say = phrases[language];
  const people = peopleOn(task);
  const held = (person: Person, requirement: Task['requirements'][number]): string => {
    const level = heldLevel(person, requirement.competency);
    const enough = covers(person, requirement) ? ' ✓' : '';
    return level === 0 ? '–' : escaped(levelName(model.scale, level)) + enough;
  };
  const head = [say.requires, say.level, ...people.map(({ label }) => cell(label)), say.covered];
  const rows = task.requirements.map((requirement) => [
    cell(requirement.competency.label),
    escaped(levelName(model.scale, requirement.level)),
    ...people.map((person) => held(person, requirement)),
    people.some((person) => covers(person, requirement)) ? say.yes : say.no,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return escaped(text).replaceAll('|', '\\|');
}

/** What the rules find about an entity: first what is about it above all. */
function found(findings: readonly Finding[], { id }: AnyEntity, language: Language): string {
  const concerned = findings.filter(({ found: { subjects } }) => subjects.includes(id));
  const isOwn = ({ found: { subjects } }: Finding): boolean => subjects[0] === id;
  const about = [...concerned.filter(isOwn), ...concerned.filter((finding) => !isOwn(finding))];
  if (about.length === 0) return '';
  const say = phrases[language];
  const lines = about.slice(0, mostShown).map((finding) => `- ${escaped(messageOf(finding, language))} (\`${finding.rule.name}\`)`);
  const more = about.length > mostShown ? [`- ${say.more(about.length - mostShown)}`] : [];
  return [`**${plural(language, about.length, say.finding, say.findings)}**`, '', ...lines, ...more].join('\n');
}

/** So many findings are shown at most. */
const mostShown = 5;

const labels = {
  load: { en: 'Load', fr: 'Charge' },
  ties: { en: 'Works with', fr: 'Travaille avec' },
  needs: { en: 'Needs served', fr: 'Besoins servis' },
  liaisons: { en: 'Liaisons', fr: 'Liaisons' },
} as const;

const phrases = {
  en: {
    ofDays: (assigned: string, available: string) => `${assigned} of ${available}`,
    weeksOver: (weeks: string) => `${weeks} beyond the days available`,
    week: 'week',
    weeks: 'weeks',
    member: 'member',
    members: 'members',
    strained: (count: number) => `${count} strained`,
    task: 'open task',
    tasks: 'open tasks',
    nobody: 'nobody',
    requires: 'Requires',
    level: 'Level',
    covered: 'Covered',
    yes: 'yes',
    no: 'no',
    finding: 'finding',
    findings: 'findings',
    more: (count: number) => `${count} more`,
  },
  fr: {
    ofDays: (assigned: string, available: string) => `${assigned} sur ${available}`,
    weeksOver: (weeks: string) => `${weeks} au-delà des jours disponibles`,
    week: 'semaine',
    weeks: 'semaines',
    member: 'membre',
    members: 'membres',
    strained: (count: number) => `${count} sous tension`,
    task: 'tâche ouverte',
    tasks: 'tâches ouvertes',
    nobody: 'personne',
    requires: 'Exige',
    level: 'Niveau',
    covered: 'Couverte',
    yes: 'oui',
    no: 'non',
    finding: 'constat',
    findings: 'constats',
    more: (count: number) => `et ${count} autres`,
  },
} as const;
