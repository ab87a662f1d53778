/** A language that people read Collab in. */
export type Language = 'en' | 'fr';

export const languages: readonly Language[] = ['en', 'fr'];

/** One sentence in every language: a missing translation does not compile. */
export type Localised = Readonly<Record<Language, string>>;

/** A sentence in every language, made from `Values`. */
export type LocalisedWith<Values> = Readonly<Record<Language, (values: Values) => string>>;

/** The language of a locale tag (`fr-CA` → `fr`); English where it is none of ours. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
