import { type Language, languageOf, languages } from '../text/localised';

/** The language of the system's locale; English where it is none of ours. */
export function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return languageOf(LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale);
}

/** The language that the arguments ask for, before they are read in full; null where they do not, or ask for one that is none. */
export function askedLanguage(args: readonly string[]): Language | null {
  let asked: string | undefined;
  for (const [at, arg] of args.entries()) {
    if (arg === '--') break;
    if (arg === '--lang') asked = args[at + 1];
    else if (arg.startsWith('--lang=')) asked = arg.slice('--lang='.length);
  }
  return languages.find((language) => language === asked) ?? null;
}
