import { plural } from '../rules/wording';
import type { Localised } from '../text/localised';

// What the command line says on standard error: what is wrong, then what to do. No-break spaces stand where French wants them.

export function noCollabFile(path: string): Localised {
  return {
    en: `“${path}” is not a .collab file: name a folder or .collab files`,
    fr: `« ${path} » n’est pas un fichier .collab : indiquez un dossier ou des fichiers .collab`,
  };
}

export function leadsNowhere(path: string, reason: Localised): Localised {
  return {
    en: `“${path}” cannot be read (${reason.en}): name a folder or .collab files`,
    fr: `« ${path} » ne peut pas être lu (${reason.fr}) : indiquez un dossier ou des fichiers .collab`,
  };
}

export function noConfigFile(path: string, reason: Localised): Localised {
  return {
    en: `“${path}” cannot be read (${reason.en}): name a configuration file`,
    fr: `« ${path} » ne peut pas être lu (${reason.fr}) : indiquez un fichier de configuration`,
  };
}

export function leftOutUnread(path: string, reason: Localised): Localised {
  return {
    en: `“${path}” cannot be read (${reason.en}): the answer leaves it out`,
    fr: `« ${path} » ne peut pas être lu (${reason.fr}) : la réponse n’en tient pas compte`,
  };
}

export function cannotWrite(path: string, reason: Localised): Localised {
  return {
    en: `“${path}” cannot be written: ${reason.en}`,
    fr: `« ${path} » ne peut pas être écrit : ${reason.fr}`,
  };
}

export function fileExists(path: string): Localised {
  return {
    en: `“${path}” exists already: name another file, or add --force to overwrite it`,
    fr: `« ${path} » existe déjà : indiquez un autre fichier, ou ajoutez --force pour l’écraser`,
  };
}

export function configNotValid(path: string, line: number, problem: Localised): Localised {
  return {
    en: `“${path}”, line ${line}: ${problem.en}; the defaults hold until the configuration is mended`,
    fr: `« ${path} », ligne ${line} : ${problem.fr} ; les valeurs par défaut s’appliquent tant que la configuration n’est pas corrigée`,
  };
}

export function leftAsIs(path: string, line: number, problem: Localised): Localised {
  return {
    en: `“${path}” is left as it is; line ${line}: ${problem.en}`,
    fr: `« ${path} » reste tel quel ; ligne ${line} : ${problem.fr}`,
  };
}

/** What `format -` calls the text that it reads. */
export const standardInput: Localised = { en: 'standard input', fr: 'entrée standard' };

export const inputAlone: Localised = {
  en: '“-” reads standard input and takes no path beside it',
  fr: '« - » lit l’entrée standard et n’admet aucun chemin à côté',
};

export function severalProjects(folders: readonly string[]): Localised {
  const list = folders.join(', ');
  return {
    en: `a report is made of one project, and there are ${folders.length}: name one of ${list}`,
    fr: `un rapport porte sur un seul projet, et il y en a ${folders.length} : indiquez l’un de ceux-ci : ${list}`,
  };
}

export function unknownReport(name: string, known: readonly string[]): Localised {
  const list = known.join(', ');
  return {
    en: `there is no report “${name}”: name one of ${list}`,
    fr: `il n’y a pas de rapport « ${name} » : indiquez l’un de ceux-ci : ${list}`,
  };
}

export function notInFormat(name: string, format: string, formats: readonly string[]): Localised {
  const list = formats.join(', ');
  return {
    en: `the report “${name}” does not come as ${format}: take ${list}`,
    fr: `le rapport « ${name} » n’existe pas au format ${format} : prenez ${list}`,
  };
}

export const keyInReport: Localised = {
  en: 'the key has to be kept apart from the report: name another file for one of them',
  fr: 'la clé doit être conservée à part du rapport : indiquez un autre fichier pour l’un des deux',
};

export const workbookOnTerminal: Localised = {
  en: 'a workbook is not for a terminal: write it into a file with -o',
  fr: 'un classeur ne se lit pas dans un terminal : écrivez-le dans un fichier avec -o',
};

export function unknownRule(name: string, meant: string | undefined): Localised {
  return {
    en: `there is no rule “${name}”: ${meant === undefined ? '' : `did you mean ${meant}? `}“collab rules” lists them`,
    fr: `il n’y a pas de règle « ${name} » : ${meant === undefined ? '' : `vouliez-vous dire ${meant} ? `}« collab rules » en donne la liste`,
  };
}

export function noSuchDate(date: string): Localised {
  return {
    en: `“${date}” is not a date: write one such as 2026-04-10`,
    fr: `« ${date} » n’est pas une date : écrivez-la comme 2026-04-10`,
  };
}

export function noSuchSeconds(value: string, most: number): Localised {
  return {
    en: `--time-limit cannot be “${value}”: give seconds, above 0 and up to ${most}, such as 30`,
    fr: `--time-limit ne peut pas valoir « ${value} » : donnez un nombre de secondes, plus de 0 et ${most} au plus, par exemple 30`,
  };
}

export function noSuchChoice(option: string, value: string, choices: readonly string[]): Localised {
  return {
    en: `${option} cannot be “${value}”: give one of ${choices.join(', ')}`,
    fr: `${option} ne peut pas valoir « ${value} » : donnez l’une de ces valeurs : ${choices.join(', ')}`,
  };
}

export function unknownOption(option: string, meant: string | undefined, help: string): Localised {
  return {
    en: `there is no option ${option}: ${meant === undefined ? '' : `did you mean ${meant}? `}“${help}” lists them`,
    fr: `il n’y a pas d’option ${option} : ${meant === undefined ? '' : `vouliez-vous dire ${meant} ? `}« ${help} » en donne la liste`,
  };
}

export function unknownCommand(command: string, meant: string | undefined): Localised {
  return {
    en: `there is no command “${command}”: ${meant === undefined ? '' : `did you mean ${meant}? `}“collab --help” lists them`,
    fr: `il n’y a pas de commande « ${command} » : ${meant === undefined ? '' : `vouliez-vous dire ${meant} ? `}« collab --help » en donne la liste`,
  };
}

export const noCommand: Localised = {
  en: 'say what to do: “collab check” checks the files of this folder, and “collab --help” lists the commands',
  fr: 'dites que faire : « collab check » vérifie les fichiers de ce dossier, et « collab --help » donne la liste des commandes',
};

export function missingArgument(argument: string, help: string): Localised {
  return {
    en: `${argument} is missing: see “${help}”`,
    fr: `il manque ${argument} : voyez « ${help} »`,
  };
}

export function missingValue(option: string): Localised {
  return {
    en: `${option} lacks its value`,
    fr: `il manque une valeur à l’option ${option}`,
  };
}

export function missingOption(option: string, help: string): Localised {
  return {
    en: `${option} is needed here: see “${help}”`,
    fr: `l’option ${option} est nécessaire ici : voyez « ${help} »`,
  };
}

export function tooManyArguments(argument: string, help: string): Localised {
  return {
    en: `“${argument}” is one argument too many: see “${help}”`,
    fr: `« ${argument} » est un argument de trop : voyez « ${help} »`,
  };
}

export function notUnderstood(message: string, help: string): Localised {
  return {
    en: `${message}: see “${help}”`,
    fr: `commande incomprise (${message}) : voyez « ${help} »`,
  };
}

export function ruleFailed(name: string): Localised {
  return {
    en: `the rule ${name} failed and stays silent: run it again with --debug to see where, and report it`,
    fr: `la règle ${name} a échoué et reste muette : relancez avec --debug pour voir où, et signalez-le`,
  };
}

export function unexpected(message: string): Localised {
  return {
    en: `something went wrong that should not (${message}): run it again with --debug to see where, and report it`,
    fr: `une erreur inattendue s’est produite (${message}) : relancez avec --debug pour voir où, et signalez-la`,
  };
}

/** `at` is what in it is not as it should be. */
export function noBaseline(path: string, at?: string): Localised {
  return {
    en: at
      ? `“${path}” is not a baseline (${at}): write it anew with --write-baseline`
      : `“${path}” is not a baseline: write one with --write-baseline`,
    fr: at
      ? `« ${path} » n’est pas une base de référence (${at}) : récrivez-la avec --write-baseline`
      : `« ${path} » n’est pas une base de référence : écrivez-en une avec --write-baseline`,
  };
}

/** An entry of a baseline whose date has passed: its finding counts again. */
export function expiredEntry(rule: string, subject: string, owner: string, date: string): Localised {
  return {
    en: `${rule} at ${subject} counts again: its entry in the baseline expired on ${date} (owner: ${owner})`,
    fr: `${rule} sur ${subject} compte de nouveau : l’échéance du ${date}, fixée dans la base de référence, est passée (responsable : ${owner})`,
  };
}

/** An entry of a baseline that nothing meets any more. */
export function vanishedEntry(rule: string, subject: string): Localised {
  return {
    en: `${rule} at ${subject} is no longer found: take it out of the baseline with --write-baseline`,
    fr: `${rule} sur ${subject} n’est plus constaté : retirez cette entrée de la base de référence avec --write-baseline`,
  };
}

export function severalForBaseline(folders: readonly string[]): Localised {
  const list = folders.join(', ');
  return {
    en: `a baseline is of one project, and there are ${folders.length}: name one of ${list}`,
    fr: `une base de référence porte sur un seul projet, et il y en a ${folders.length} : indiquez l’un de ceux-ci : ${list}`,
  };
}

export function changedMeanwhile(path: string): Localised {
  return {
    en: `“${path}” was changed in the meantime and is left as it is: run the command again`,
    fr: `« ${path} » a été modifié entre-temps et reste tel quel : relancez la commande`,
  };
}

/** `count` is at least 1. */
export function mendedFile(path: string, count: number): Localised {
  return {
    en: `${plural('en', count, 'fix', 'fixes')} made in “${path}”`,
    fr: `${plural('fr', count, 'correction faite', 'corrections faites')} dans « ${path} »`,
  };
}

export const nothingMended: Localised = {
  en: 'no fix was made: none is certain',
  fr: 'aucune correction n’a été faite : aucune n’est certaine',
};

export function watchedAsText(format: string): Localised {
  return {
    en: `--watch answers as text, not as ${format}: leave out --format`,
    fr: `--watch répond au format text et non ${format} : retirez --format`,
  };
}

export const waitingForChanges: Localised = {
  en: 'waiting for changes: Ctrl+C ends',
  fr: 'en attente de modifications : Ctrl+C pour terminer',
};

export function changedFiles(list: string): Localised {
  return { en: `changed: ${list}`, fr: `modifié : ${list}` };
}

export function cannotWatch(reason: Localised): Localised {
  return {
    en: `changes cannot be watched (${reason.en}): leave out --watch`,
    fr: `les modifications ne peuvent pas être suivies (${reason.fr}) : retirez --watch`,
  };
}

export const tooManyWatched: Localised = {
  en: 'the system watches too many folders already for --watch: name a smaller folder, or raise its limit',
  fr: 'le système suit déjà trop de dossiers pour --watch : indiquez un dossier plus petit, ou relevez sa limite',
};
