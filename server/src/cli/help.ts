import type { Language } from '../text/localised';

/** What `--help` says. */
export interface HelpTexts {
  /** How arguments and values are called. */
  readonly path: string;
  readonly rule: string;
  readonly name: string;
  readonly file: string;
  readonly date: string;
  readonly command: string;
  readonly seconds: string;
  readonly skill: string;
  readonly move: string;
  readonly program: string;
  readonly check: string;
  readonly checkMore: string;
  readonly checkPath: string;
  readonly checkFormat: string;
  readonly baseline: string;
  readonly writeBaseline: string;
  readonly verbose: string;
  readonly fix: string;
  readonly watch: string;
  readonly failOn: string;
  readonly format: string;
  readonly formatMore: string;
  readonly formatPath: string;
  readonly formatCheck: string;
  readonly report: string;
  readonly reportMore: string;
  readonly reportName: string;
  readonly reportPath: string;
  readonly reportFormat: string;
  readonly output: string;
  readonly audience: string;
  readonly pseudonymise: string;
  readonly force: string;
  readonly plan: string;
  readonly planMore: string;
  readonly planFormat: string;
  readonly planWrite: string;
  readonly timeLimit: string;
  readonly whatIf: string;
  readonly whatIfMore: string;
  readonly without: string;
  readonly add: string;
  readonly moveMore: string;
  readonly explain: string;
  readonly rules: string;
  readonly lsp: string;
  readonly stdio: string;
  readonly lang: string;
  readonly today: string;
  readonly config: string;
  readonly color: string;
  readonly debug: string;
  readonly version: string;
  readonly help: string;
  readonly helpCommand: string;
}

const en: HelpTexts = {
  path: 'PATH',
  rule: 'RULE',
  name: 'NAME',
  file: 'FILE',
  date: 'DATE',
  command: 'COMMAND',
  seconds: 'SECONDS',
  skill: 'SKILL',
  move: 'TASK=NAME',
  program: 'Checks, formats and reports on team models in .collab files.',
  check: 'Say what is wrong in the files and with the collaboration that they describe.',
  checkMore: 'Exits 1 where there is a finding at or above --fail-on, 2 where something cannot be read or the configuration is not valid.',
  checkPath: 'project folders or .collab files; the current folder where none is given',
  checkFormat: 'how to answer; text where not given',
  baseline: 'a file of known findings, which do not count until they expire',
  writeBaseline: 'record the findings in this file; what it records already keeps its owner and its date',
  verbose: 'with --format json, say of each fix which findings it resolves and adds',
  fix: 'first write into the files what is certain: names, levels, what is said twice or says nothing; never who does what',
  watch: 'answer anew whenever a file or the configuration changes, until Ctrl+C; with --format text alone',
  failOn: 'the severity from which on the exit code is 1; error where not given',
  format: 'Put files in the canonical layout.',
  formatMore: 'Prints the paths of the files that change. A file with a syntax error is left as it is and named on standard error.',
  formatPath: 'project folders or .collab files; the current folder where none is given; - reads standard input and writes standard output',
  formatCheck: 'write nothing; exit 1 where a file would change',
  report: 'Make a report on a project.',
  reportMore:
    'review: the state of the collaboration, for the client meeting; matrix: who can do what; network: who works with whom; workload: who has how much; plan: what to reassign; client: what the client is in. All but the review come as csv and xlsx too.',
  reportName: 'which report: review, matrix, network, workload, plan or client',
  reportPath: 'a project folder or a .collab file; the current folder where none is given',
  reportFormat: 'in which form; where not given: what the name of the -o file or the configuration says, else md',
  output: 'write the report into a file that is not there yet',
  audience:
    'author: places are links to their lines; client: they are named, without links; where not given: as the project is configured, else client',
  pseudonymise: 'put codes in the place of people, their roles and every free text; what the codes stand for goes into this file alone',
  force: 'overwrite the file',
  plan: 'Propose who does what, best for the whole plan.',
  planMore:
    'What counts, in this order: demands that nobody meets, days beyond those available, changes of assignment, who fits best. Says whether it is proved that no plan is better.',
  planFormat: 'how to answer; text where not given. patch: for git apply',
  planWrite: 'write the plan into the files; one with a syntax error is never written to',
  timeLimit: 'give the best plan that is found by then; 30 where not given',
  whatIf: 'Say what would become of the findings if something were otherwise.',
  whatIfMore: 'Nothing is written. Each option may be given several times.',
  without: 'without this member, who is then on no task',
  add: 'with a competency, such as "anna: user-research 4"',
  moveMore: 'with this task in the hands of that person',
  explain: 'Print the manual page of a rule.',
  rules: 'Print the manual pages of all rules.',
  lsp: 'Run the language server, for any editor.',
  stdio: 'speak over standard input and output',
  lang: 'the language of answers; where not given: as the project is configured, else the system’s',
  today: 'take this day for today, such as 2026-04-10',
  config: 'read this file in place of collab.config.json',
  color: 'colours in text; auto, where not given, means on a terminal',
  debug: 'show where an error comes from',
  version: 'print the version',
  help: 'print this help',
  helpCommand: 'print the help of a command',
};

const fr: HelpTexts = {
  path: 'CHEMIN',
  rule: 'RÈGLE',
  name: 'NOM',
  file: 'FICHIER',
  date: 'DATE',
  command: 'COMMANDE',
  seconds: 'SECONDES',
  skill: 'COMPÉTENCE',
  move: 'TÂCHE=NOM',
  program: 'Vérifie les modèles d’équipe écrits dans des fichiers .collab, les met en forme et en tire des rapports.',
  check: 'Dire ce qui ne va pas dans les fichiers et dans la collaboration qu’ils décrivent.',
  checkMore:
    'Le code de sortie est 1 dès qu’un constat atteint --fail-on, 2 si quelque chose ne peut pas être lu ou si la configuration n’est pas valide.',
  checkPath: 'dossiers de projet ou fichiers .collab ; par défaut, le dossier courant',
  checkFormat: 'la forme de la réponse ; text par défaut',
  baseline: 'un fichier de constats connus, qui ne comptent pas avant leur échéance',
  writeBaseline: 'consigner les constats dans ce fichier ; ce qu’il contient déjà garde son responsable et sa date',
  verbose: 'avec --format json, dire de chaque correction quels constats elle résout et ajoute',
  fix: 'écrire d’abord dans les fichiers les corrections certaines : noms, niveaux, ce qui est dit deux fois ou ne dit rien ; jamais qui fait quoi',
  watch: 'répondre à nouveau dès qu’un fichier ou la configuration change, jusqu’à Ctrl+C ; uniquement avec --format text',
  failOn: 'la gravité à partir de laquelle le code de sortie est 1 ; error par défaut',
  format: 'Mettre les fichiers dans la présentation de référence.',
  formatMore:
    'Écrit les chemins des fichiers qui changent. Un fichier qui contient une erreur de syntaxe reste tel quel et il est nommé sur la sortie d’erreur.',
  formatPath:
    'dossiers de projet ou fichiers .collab ; par défaut, le dossier courant ; - lit l’entrée standard et écrit la sortie standard',
  formatCheck: 'ne rien écrire ; code de sortie 1 si un fichier changerait',
  report: 'Établir un rapport sur un projet.',
  reportMore:
    'review : l’état des lieux de la collaboration, pour la réunion avec le client ; matrix : qui sait faire quoi ; network : qui travaille avec qui ; workload : qui a combien à faire ; plan : quoi réaffecter ; client : la place du client. Tous sauf review existent aussi en csv et xlsx.',
  reportName: 'quel rapport : review, matrix, network, workload, plan ou client',
  reportPath: 'un dossier de projet ou un fichier .collab ; par défaut, le dossier courant',
  reportFormat: 'sous quelle forme ; par défaut, ce que dit le nom du fichier de -o ou la configuration, sinon md',
  output: 'écrire le rapport dans un fichier qui n’existe pas encore',
  audience:
    'author : les lieux sont des liens vers leur ligne ; client : ils sont nommés, sans lien ; par défaut, ce que dit la configuration, sinon client',
  pseudonymise:
    'mettre des codes à la place des personnes, de leurs rôles et de tout texte libre ; ce que les codes remplacent ne va que dans ce fichier',
  force: 'écraser le fichier',
  plan: 'Proposer qui fait quoi, au mieux pour l’ensemble du plan.',
  planMore:
    'Ce qui compte, dans cet ordre : les exigences que personne ne couvre, les jours au-delà des disponibilités, les changements d’affectation, qui convient le mieux. Dit s’il est prouvé qu’aucun plan n’est meilleur.',
  planFormat: 'la forme de la réponse ; text par défaut. patch : pour git apply',
  planWrite: 'écrire le plan dans les fichiers ; un fichier qui contient une erreur de syntaxe n’est jamais modifié',
  timeLimit: 'donner le meilleur plan trouvé d’ici là ; 30 par défaut',
  whatIf: 'Dire ce que deviendraient les constats si quelque chose était différent.',
  whatIfMore: 'Rien n’est écrit. Chaque option peut être répétée.',
  without: 'sans ce membre, qui n’est alors plus sur aucune tâche',
  add: 'avec une compétence, par exemple "anna: user-research 4"',
  moveMore: 'avec cette tâche confiée à cette personne',
  explain: 'Afficher la page de manuel d’une règle.',
  rules: 'Afficher les pages de manuel de toutes les règles.',
  lsp: 'Lancer le serveur de langage, pour tout éditeur.',
  stdio: 'communiquer par l’entrée et la sortie standard',
  lang: 'la langue des réponses ; par défaut, celle du projet, sinon celle du système',
  today: 'prendre ce jour pour aujourd’hui, par exemple 2026-04-10',
  config: 'lire ce fichier à la place de collab.config.json',
  color: 'les couleurs du texte ; par défaut auto, c’est-à-dire sur un terminal',
  debug: 'montrer d’où vient une erreur',
  version: 'afficher la version',
  help: 'afficher cette aide',
  helpCommand: 'afficher l’aide d’une commande',
};

export const helpTexts: Readonly<Record<Language, HelpTexts>> = { en, fr };
