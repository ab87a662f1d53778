/** A declaration's name and title. */
export interface Named {
  readonly name: string;
  readonly title: string;
}

/** Gives titles names that no other declaration of the project bears: `Zoé Petit` is `zoé-petit`, a second one `zoé-petit-2`. */
export function namesOfOneProject(): (title: string) => Named {
  const uses = new Map<string, number>();
  return (title) => {
    const base = title
      .toLowerCase()
      .replace(' the ', ' ')
      .replaceAll(/[^\p{L}\p{Nd}]+/gu, '-');
    const use = (uses.get(base) ?? 0) + 1;
    uses.set(base, use);
    return { name: use === 1 ? base : `${base}-${use}`, title };
  };
}

/** The first day of the generated period, and how many days it has. */
export const period = { from: '2026-04-01', to: '2026-06-30', days: 91 };

/** The date `days` days after the first day of the period. */
export function dayOfPeriod(days: number): string {
  return new Date(Date.parse(period.from) + days * 86_400_000).toISOString().slice(0, 10);
}
