const units: Readonly<Record<string, string>> = {
  d: 'd',
  day: 'd',
  days: 'd',
  j: 'd',
  jour: 'd',
  jours: 'd',
  h: 'h',
  hour: 'h',
  hours: 'h',
  heure: 'h',
  heures: 'h',
  w: 'w',
  week: 'w',
  weeks: 'w',
  s: 'w',
  semaine: 'w',
  semaines: 'w',
};

/** What a run of digits and letters that is no figure of the language was meant to be (`2,5d` → `2.5d`, `2026-4-2` → `2026-04-02`); null where that is unclear. */
export function malformedFigure(text: string): string | null {
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (yearFirst) return dateText(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text);
  if (dayFirst) return dateText(dayFirst[3], dayFirst[2], dayFirst[1]);
  const percent = /^(\d+)[.,]\d+%$/.exec(text);
  if (percent) return `${percent[1]}%`;
  const duration = /^(\d+(?:[.,]\d+)?)(\p{L}+)$/u.exec(text);
  const unit = duration?.[2] === undefined ? undefined : units[duration[2].toLowerCase()];
  return duration && unit !== undefined ? `${duration[1]?.replace(',', '.')}${unit}` : null;
}

/** The days of a duration of the language (`2w` → 10); 8 hours are a day, 5 days a week. */
export function daysOf(duration: string): number {
  const amount = Number(duration.slice(0, -1));
  if (duration.endsWith('w')) return amount * 5;
  return duration.endsWith('h') ? amount / 8 : amount;
}

function dateText(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
