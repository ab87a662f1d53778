import { workingDays } from '../model/calendar';
import type { Model } from '../model/model';
import { rangeFrom } from '../model/reading';
import { scaleOf } from '../model/scale';
import type { Snapshot } from '../model/snapshot';
import { plural } from '../rules/wording';
import type { Language } from '../text/localised';
import { type Span, touches } from '../text/span';
import { loadInWords } from './counts';
import { levelsIn } from './levels';
import { levelLabel } from './words';

/** What is shown in the text without being written there, right behind `offset`. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  /** What it says at more length; null where that is all. */
  readonly tooltip: string | null;
}

/** The names of levels that are given by their numbers, within `part` of `file`. */
export function levelHints(snapshot: Snapshot, file: string, part: Span, language: Language): readonly Hint[] {
  const source = snapshot.files.get(file);
  const scale = scaleOf(snapshot);
  return (source ? levelsIn(snapshot, source) : []).flatMap(({ level, isNumber, end }) => {
    if (!isNumber || level === null || !touches(part, end)) return [];
    const { name, title } = scale.levels[level - 1] ?? { name: String(level), title: null };
    const about = levelLabel(level, scale)[language];
    return [{ offset: end, label: name, tooltip: title ? `${title} — ${about}` : about }];
  });
}

/** How many working days periods have, within `part` of `file`. */
export function dayHints(snapshot: Snapshot, file: string, part: Span, language: Language): readonly Hint[] {
  return (snapshot.files.get(file)?.tree.declarations ?? []).flatMap(({ dates }) => {
    const range = rangeFrom(dates?.from, dates?.to);
    if (!range || !dates?.to || !touches(part, dates.to.end)) return [];
    const { day, days, tooltip } = words[language];
    return [{ offset: dates.to.end, label: plural(language, workingDays(range), day, days), tooltip }];
  });
}

/** The load of those whom tasks are assigned to, within `part` of `file`. */
export function loadHints(model: Model, file: string, part: Span, language: Language): readonly Hint[] {
  return model.tasks.flatMap((task) => {
    if (task.file !== file || !task.open) return [];
    return task.assignees.flatMap(({ person, entry }) => {
      if (person.kind !== 'member' || !touches(part, entry.end)) return [];
      return [{ offset: entry.end, label: loadInWords(model, person, language), tooltip: words[language].load }];
    });
  });
}

const words = {
  en: {
    day: 'working day',
    days: 'working days',
    tooltip: 'From Monday to Friday, public holidays included',
    load: 'Days of open tasks in the period, as a share of the days available',
  },
  fr: {
    day: 'jour ouvré',
    days: 'jours ouvrés',
    tooltip: 'Du lundi au vendredi, jours fériés compris',
    load: 'Jours des tâches ouvertes sur la période, rapportés aux jours disponibles',
  },
} as const;
