import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { version } from '../../package.json';
import { commandLine } from '../../server/src/cli/commandLine';
import { Misuse } from '../../server/src/cli/misuse';
import type { Language } from '../../server/src/text/localised';
import { startServer } from '../harness/lspClient';
import { Folder } from '../host/folder';
import { collab, node, program } from './run';

/** Arguments (`@` stands for the test's folder), and what is said of them in English and in French. */
const misuses: readonly (readonly [args: string, en: string, fr: string])[] = [
  [
    '',
    'say what to do: “collab check” checks the files of this folder, and “collab --help” lists the commands',
    'dites que faire : « collab check » vérifie les fichiers de ce dossier, et « collab --help » donne la liste des commandes',
  ],
  [
    'chek',
    'there is no command “chek”: did you mean check? “collab --help” lists them',
    'il n’y a pas de commande « chek » : vouliez-vous dire check ? « collab --help » en donne la liste',
  ],
  [
    'help xyzzy',
    'there is no command “xyzzy”: “collab --help” lists them',
    'il n’y a pas de commande « xyzzy » : « collab --help » en donne la liste',
  ],
  [
    'check --fromat json',
    'there is no option --fromat: did you mean --format? “collab check --help” lists them',
    'il n’y a pas d’option --fromat : vouliez-vous dire --format ? « collab check --help » en donne la liste',
  ],
  [
    'check --format xml',
    '--format cannot be “xml”: give one of text, json, sarif, github, junit',
    '--format ne peut pas valoir « xml » : donnez l’une de ces valeurs : text, json, sarif, github, junit',
  ],
  [
    'check --format',
    '--format <text|json|sarif|github|junit> lacks its value',
    'il manque une valeur à l’option --format <text|json|sarif|github|junit>',
  ],
  [
    'check --fail-on worst',
    '--fail-on cannot be “worst”: give one of error, warning, info, hint, never',
    '--fail-on ne peut pas valoir « worst » : donnez l’une de ces valeurs : error, warning, info, hint, never',
  ],
  [
    'check --lang de',
    '--lang cannot be “de”: give one of en, fr',
    '--lang ne peut pas valoir « de » : donnez l’une de ces valeurs : en, fr',
  ],
  [
    'check --today 2026-02-30',
    '“2026-02-30” is not a date: write one such as 2026-04-10',
    '« 2026-02-30 » n’est pas une date : écrivez-la comme 2026-04-10',
  ],
  [
    'check @/gone',
    '“@/gone” cannot be read (it does not exist): name a folder or .collab files',
    '« @/gone » ne peut pas être lu (introuvable) : indiquez un dossier ou des fichiers .collab',
  ],
  [
    'check @ @/a.collab/b',
    '“@/a.collab/b” cannot be read (a part of the path is a file, not a folder): name a folder or .collab files',
    '« @/a.collab/b » ne peut pas être lu (une partie du chemin est un fichier et non un dossier) : indiquez un dossier ou des fichiers .collab',
  ],
  [
    'format @/loop',
    '“@/loop” cannot be read (its symbolic links lead in a circle): name a folder or .collab files',
    '« @/loop » ne peut pas être lu (ses liens symboliques tournent en rond) : indiquez un dossier ou des fichiers .collab',
  ],
  [
    'check @/notes.txt',
    '“@/notes.txt” is not a .collab file: name a folder or .collab files',
    '« @/notes.txt » n’est pas un fichier .collab : indiquez un dossier ou des fichiers .collab',
  ],
  [
    'check @ --config @/gone.json',
    '“@/gone.json” cannot be read (it does not exist): name a configuration file',
    '« @/gone.json » ne peut pas être lu (introuvable) : indiquez un fichier de configuration',
  ],
  ['format - @', '“-” reads standard input and takes no path beside it', '« - » lit l’entrée standard et n’admet aucun chemin à côté'],
  ['report', 'NAME is missing: see “collab report --help”', 'il manque NOM : voyez « collab report --help »'],
  [
    'report netwrok @',
    'there is no report “netwrok”: name one of review, matrix, network, workload, plan, client',
    'il n’y a pas de rapport « netwrok » : indiquez l’un de ceux-ci : review, matrix, network, workload, plan, client',
  ],
  [
    'report review @ extra',
    '“extra” is one argument too many: see “collab report --help”',
    '« extra » est un argument de trop : voyez « collab report --help »',
  ],
  [
    'explain network/sillo',
    'there is no rule “network/sillo”: did you mean network/silo? “collab rules” lists them',
    'il n’y a pas de règle « network/sillo » : vouliez-vous dire network/silo ? « collab rules » en donne la liste',
  ],
  [
    'explain silo',
    'there is no rule “silo”: did you mean network/silo? “collab rules” lists them',
    'il n’y a pas de règle « silo » : vouliez-vous dire network/silo ? « collab rules » en donne la liste',
  ],
  ['lsp', '--stdio is needed here: see “collab lsp --help”', 'l’option --stdio est nécessaire ici : voyez « collab lsp --help »'],
];

describe('the command line', () => {
  let folder: Folder;
  before(() => {
    folder = new Folder().write({ 'a.collab': 'member anna "Anna Morel"\n', 'notes.txt': '' });
    symlinkSync('loop', folder.at('loop'));
  });
  after(() => folder.remove());

  const refusal = async (args: string, language: Language): Promise<string> => {
    const given = args.split(' ').filter((arg) => arg !== '');
    const run = commandLine(language, () => undefined).parseAsync(
      given.map((arg) => arg.replace('@', folder.path)),
      { from: 'user' },
    );
    const error = await run.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof Misuse, `“${args}” is refused`);
    return error.says[language].replaceAll(folder.path, '@');
  };

  for (const [args, en, fr] of misuses) {
    it(`says what is wrong with “collab ${args}”`, async () => {
      assert.equal(await refusal(args, 'en'), en);
      assert.equal(await refusal(args, 'fr'), fr);
    });
  }

  it('refuses in one line on standard error, in the language asked for, with code 2', async () => {
    const runs = await Promise.all([
      collab(['check', 'gone\n\u001b[31m'], { cwd: folder.path }),
      collab(['--lang', 'fr'], { cwd: folder.path }),
      collab(['rules', 'x', '--lang=fr'], { cwd: folder.path }),
      collab(['check', 'notes.txt'], { cwd: folder.path, env: { LC_ALL: '', LANG: 'fr_FR.UTF-8' } }),
      collab(['check', 'gone', '--debug'], { cwd: folder.path }),
    ]);
    for (const { code, out } of runs) assert.deepEqual([code, out], [2, '']);
    const [control, none, extra, located, debugged] = runs.map(({ err }) => err);
    assert.match(control ?? '', /^collab: “gone ␛\[31m” cannot be read .*\n$/);
    assert.match(none ?? '', /^collab\u00a0: dites que faire.*\n$/);
    assert.match(extra ?? '', /^collab\u00a0: «\u00a0x\u00a0» est un argument de trop.*\n$/);
    assert.match(located ?? '', /^collab\u00a0: .* n’est pas un fichier .*\n$/);
    assert.match(debugged ?? '', /^collab: .*\nError: .*\n +at /);
  });

  it('takes what every command takes before the command and after it', async () => {
    const [before, after] = await Promise.all([
      collab(['--today', '2026-04-10', '--lang', 'fr', 'check', '--format', 'json'], { cwd: folder.path }),
      collab(['check', '--format', 'json', '--lang', 'fr', '--today', '2026-04-10'], { cwd: folder.path }),
    ]);
    assert.equal(JSON.parse(before.out).today, '2026-04-10');
    assert.deepEqual(after, before);
  });

  it('takes the system’s date where none is given', async () => {
    const days = [new Date()];
    const { out } = await collab(['check', '--format', 'json'], { cwd: folder.path, env: { TZ: 'Pacific/Kiritimati' } });
    days.push(new Date());
    const local = days.map((day) => day.toLocaleDateString('sv-SE', { timeZone: 'Pacific/Kiritimati' }));
    assert.ok(local.includes(JSON.parse(out).today), out);
  });

  it('prints its version, its help in two languages, and only commands that there are', async () => {
    const [versions, english, french, command] = await Promise.all([
      collab(['--version']),
      collab(['--help']),
      collab(['help', '--lang', 'fr']),
      collab(['check', '-h', '--lang', 'fr']),
    ]);
    assert.deepEqual(versions, { code: 0, out: `${version}\n`, err: '' });
    assert.match(english.out, /^Usage: collab \[OPTION\.\.\.\] COMMAND\n/);
    assert.match(french.out, /^Utilisation\u00a0: collab \[OPTION\.\.\.\] COMMANDE\n/);
    assert.match(
      command.out,
      /^Utilisation\u00a0: collab check \[OPTION\.\.\.\] \[CHEMIN\.\.\.\]\n.*--fail-on <error\|.*\nOptions communes\u00a0:\n.*--today <DATE>/s,
    );
    for (const { code, err } of [english, french, command]) assert.deepEqual([code, err], [0, '']);
    const commands = [...english.out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    assert.deepEqual(commands, ['check', 'format', 'report', 'plan', 'whatif', 'explain', 'rules', 'lsp', 'help']);
  });

  it('explains one rule, and all of them', async () => {
    const [page, page2, all] = await Promise.all([
      collab(['explain', 'network/silo']),
      collab(['explain', 'network/silo', '--lang', 'fr']),
      collab(['rules']),
    ]);
    assert.match(page.out, /^# network\/silo\n\n\*Warning\.\* .*^- `below` \(-0\.667\): .*```collab\nteam /ms);
    assert.match(page2.out, /^# network\/silo\n\n\*Avertissement\.\*/);
    // The same page, its headings deeper below those of the groups.
    const deeper = page.out.replaceAll(/^(#+) (network|Where|Options)/gm, '##$1 $2');
    assert.ok(all.out.includes(deeper), deeper);
    assert.match(all.out, /^### model\/syntax$/m);
  });

  it('ends quietly where nobody reads on', async () => {
    folder.write({ 'many/a.collab': Array.from({ length: 5000 }, (_, at) => `member m${at}`).join('\n') });
    const child = spawn(process.execPath, [program, 'check', folder.at('many')], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([code, err], [0, '']);
  });

  it('says which Node it needs where it is too old', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
      process.argv.splice(1, 0, 'collab');
      require(${JSON.stringify(program)});`;
    const [english, french] = await Promise.all([node(['-e', old, 'check']), node(['-e', old, 'check', '--lang', 'fr'])]);
    assert.deepEqual([english.code, english.out], [2, '']);
    assert.match(english.err, /^collab: Node 22 or later is needed, and this is Node 20\.20\.2: install .*\n$/);
    assert.match(french.err, /^collab\u00a0: Node 22 ou plus récent est nécessaire.*\n$/);
  });

  it('is a language server on standard input and output', async () => {
    const server = await startServer(process.execPath, [program, 'lsp', '--stdio']);
    assert.ok(server.server.capabilities.hoverProvider);
    assert.equal(await server.stop(), 0);
  });
});
