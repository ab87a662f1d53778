import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  DiagnosticSeverity,
  ExecuteCommandRequest,
} from 'vscode-languageserver/node';
import {
  type CheckedParams,
  checkedNotification as checked,
  checkingNotification as checking,
  proposePlanCommand,
} from '../../server/src/lsp/protocol';
import { parse } from '../../server/src/syntax/parse';
import { type LspClient, startServer } from '../harness/lspClient';
import { measurePeople, type PeopleMeasures } from './assigned';
import { type Memory, memoryOfTree } from './memory';
import type { Project } from './project';
import { measureQuestions, type QuestionMeasures } from './questions';
import type { Samples } from './statistics';

/** How to start the server that is measured. */
export interface Server {
  readonly command: string;
  readonly args: readonly string[];
}

export interface Measures {
  readonly findings: number;
  readonly coldOwn: Samples;
  readonly coldProject: Samples;
  readonly restOwn: Samples;
  readonly duringCheck: Samples;
  readonly otherFile: Samples;
  readonly project: Samples;
  readonly typingOwn: Samples;
  readonly completion: Samples;
  /** The same while plans are looked for. */
  readonly planning: Samples;
  readonly people: PeopleMeasures;
  readonly floor: Samples;
  readonly memory: Memory | null;
  readonly questions: QuestionMeasures;
}

/** How often, and how long at most in milliseconds, each thing is measured. */
const bounds = {
  /** Besides the start of the session in which all else is measured. */
  cold: { runs: 4, time: 20_000 },
  floor: { runs: 300, time: 5_000 },
  rest: { runs: 100, time: 12_000 },
  during: { runs: 50, time: 12_000 },
  project: { runs: 30, time: 12_000 },
} as const;

/** Ten keys a second. */
const keyEvery = 100;
const patience = 60_000;

/** All measures of one project, in sessions with the server over its standard streams. */
export async function measure(server: Server, project: Project): Promise<Measures> {
  const floor = parsingAlone(project);
  const starts: Start[] = [];
  await repeatedly(bounds.cold, async () => {
    const start = await coldStart(server, project);
    start.client.kill();
    starts.push(start);
  });
  const session = await coldStart(server, project);
  const { client, findings } = session;
  starts.push(session);
  try {
    const changes = await changesOfProject(client, project);
    const restOwn = await keysAtRest(client, project);
    const duringCheck = await keysDuringChecks(client, project);
    const typing = await keysInARow(client, project);
    await settled(client);
    const planning = await completionWhilePlanning(client, project);
    await settled(client);
    const people = await measurePeople(client, project);
    const memory = client.pid === undefined ? null : memoryOfTree(client.pid);
    await settled(client);
    const questions = await measureQuestions(client, project);
    await client.stop();
    const cold = { coldOwn: starts.map(({ own }) => own), coldProject: starts.map((start) => start.project) };
    return { findings, ...cold, restOwn, duringCheck, ...changes, ...typing, planning, people, floor, memory, questions };
  } finally {
    client.kill();
  }
}

interface Start {
  readonly client: LspClient;
  /** Milliseconds from the start of the process. */
  readonly own: number;
  readonly project: number;
  readonly findings: number;
}

async function coldStart({ command, args }: Server, project: Project): Promise<Start> {
  const begun = performance.now();
  const client = await startServer(command, args, {
    rootUri: project.rootUri,
    timeout: patience,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, applyEdit: true, executeCommand: {} },
      textDocument: {
        publishDiagnostics: {
          versionSupport: true,
          relatedInformation: true,
          codeDescriptionSupport: true,
          tagSupport: { valueSet: [1, 2] },
        },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  });
  try {
    client.open(project.uri, project.text);
    await client.diagnostics(project.uri, () => true);
    const own = performance.now() - begun;
    await client.until(checked, () => client.notices.find(({ method }) => method === checked));
    const whole = performance.now() - begun;
    return { client, own, project: whole, findings: soundFindings(client) };
  } catch (error) {
    client.kill();
    throw error;
  }
}

/** How many findings there are. A generated project has no error of the model: with one, the figures would be of something else. */
function soundFindings(client: LspClient): number {
  let count = 0;
  for (const { uri, diagnostics } of client.published.values()) {
    count += diagnostics.length;
    const wrong = diagnostics.find(({ code, severity }) => severity === DiagnosticSeverity.Error && String(code).startsWith('model/'));
    if (wrong !== undefined) throw new Error(`The generated project has an error: ${uri}: ${wrong.message}`);
  }
  return count;
}

/** A letter more at the end of a member's name, then a letter less: errors come and go in another file. */
async function changesOfProject(client: LspClient, { uri, otherUri, nameEnd }: Project): Promise<{ otherFile: Samples; project: Samples }> {
  const otherFile: number[] = [];
  const project: number[] = [];
  let isWhole = true;
  const strike = async (): Promise<void> => {
    const begun = performance.now();
    client.change(uri, nameEnd, isWhole ? nameEnd : nameEnd + 1, isWhole ? 'x' : '');
    isWhole = !isWhole;
    let heard: number | undefined;
    // A check that was under way already may end first: only what it says tells which one has ended.
    await client.until('findings in another file', () => {
      const unknown = client.published.get(otherUri)?.diagnostics.some(({ code }) => code === 'model/unknown-name') ?? false;
      if (heard === undefined && unknown !== isWhole) {
        heard = client.notices.length;
        otherFile.push(performance.now() - begun);
      }
      return heard === undefined ? undefined : client.notices.slice(heard).find(({ method }) => method === checked);
    });
    project.push(performance.now() - begun);
  };
  await settled(client);
  await repeatedly(bounds.project, strike);
  if (!isWhole) await strike();
  return { otherFile, project };
}

/** Types key by key; each waits until the project is checked, so that nothing else is going on. */
async function keysAtRest(client: LspClient, { uri, typed, text }: Project): Promise<Samples> {
  const samples: number[] = [];
  const keys = [...typed];
  await settled(client);
  await repeatedly({ ...bounds.rest, runs: Math.min(bounds.rest.runs, keys.length) }, async () => {
    const whole = client.nextNotice(checked);
    const begun = performance.now();
    await client.diagnosticsOfVersion(uri, typeAtEnd(client, uri, keys[samples.length] ?? ''));
    samples.push(performance.now() - begun);
    await whole;
  });
  client.change(uri, text.length, client.document(uri).getText().length, '');
  return samples;
}

/** Types a key as soon as the check of the one before has begun, and waits until its own has ended. */
async function keysDuringChecks(client: LspClient, { uri, typed, text }: Project): Promise<Samples> {
  const samples: number[] = [];
  const keys = [...typed];
  await settled(client);
  await repeatedly({ ...bounds.during, runs: Math.min(bounds.during.runs, Math.floor(keys.length / 2)) }, async () => {
    const begins = client.nextNotice(checking);
    typeAtEnd(client, uri, keys[2 * samples.length] ?? '');
    await begins;
    const whole = client.nextNotice(checked);
    const begun = performance.now();
    await client.diagnosticsOfVersion(uri, typeAtEnd(client, uri, keys[2 * samples.length + 1] ?? ''));
    samples.push(performance.now() - begun);
    await whole;
  });
  client.change(uri, text.length, client.document(uri).getText().length, '');
  return samples;
}

/** Types at an even pace whatever the server does, and asks for completion after every key. */
async function keysInARow(client: LspClient, { uri, typed }: Project): Promise<{ typingOwn: Samples; completion: Samples }> {
  const typingOwn: number[] = [];
  const completion: number[] = [];
  const answers: Promise<unknown>[] = [];
  let proposals = 0;
  await settled(client);
  const begun = performance.now();
  for (const [index, key] of [...typed].entries()) {
    await sleep(Math.max(0, begun + index * keyEvery - performance.now()));
    const struck = performance.now();
    const version = typeAtEnd(client, uri, key);
    const document = client.document(uri);
    const position = document.positionAt(document.getText().length);
    answers.push(
      client.diagnosticsOfVersion(uri, version).then(() => typingOwn.push(performance.now() - struck)),
      client.request(CompletionRequest.type, { textDocument: { uri }, position }).then((answer) => {
        completion.push(performance.now() - struck);
        proposals += itemsOf(answer).length;
      }),
    );
  }
  await Promise.all(answers);
  if (proposals === 0) throw new Error('The server completed nothing.');
  return { typingOwn, completion };
}

/** Types as before, while one plan after the other is looked for: of each nothing is made. */
async function completionWhilePlanning(client: LspClient, project: Project): Promise<Samples> {
  const { uri, text } = project;
  client.change(uri, text.length, client.document(uri).getText().length, '');
  let isTyping = true;
  let asked = 0;
  const plan = async (): Promise<void> => {
    while (isTyping) {
      asked++;
      // What is typed meanwhile may make a plan out of date: then it is refused.
      await client.request(ExecuteCommandRequest.type, { command: proposePlanCommand, arguments: [uri] }).catch(() => undefined);
    }
  };
  const planned = plan();
  const { completion } = await keysInARow(client, project);
  isTyping = false;
  await planned;
  if (asked === 0 || client.asked.includes('workspace/applyEdit')) throw new Error('No plan was looked for, or one was made.');
  return completion;
}

function typeAtEnd(client: LspClient, uri: string, key: string): number {
  const { length } = client.document(uri).getText();
  return client.change(uri, length, length, key);
}

function itemsOf(answer: CompletionItem[] | CompletionList | null): readonly CompletionItem[] {
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

/** The parser on the open file by itself, warmed, one key further each time. */
function parsingAlone({ text, typed }: Project): Samples {
  const samples: number[] = [];
  const end = performance.now() + bounds.floor.time;
  for (let run = 0; run < 2 * bounds.floor.runs && performance.now() < end; run++) {
    const version = text + typed.slice(0, run % typed.length);
    const begun = performance.now();
    parse(version);
    samples.push(performance.now() - begun);
  }
  return samples.slice(Math.floor(samples.length / 2));
}

/** At least once, then as often and as long as the bounds allow. */
async function repeatedly({ runs, time }: { readonly runs: number; readonly time: number }, action: () => Promise<void>): Promise<void> {
  const end = performance.now() + time;
  for (let run = 0; run < runs && (run === 0 || performance.now() < end); run++) await action();
}

/** When no project check has ended for longer than two of them take. */
async function settled(client: LspClient): Promise<void> {
  for (let heard = -1; heard !== client.notices.length; ) {
    heard = client.notices.length;
    const last = client.notices.findLast(({ method }) => method === checked)?.params as CheckedParams | undefined;
    await sleep(1_000 + 2 * (last?.ms ?? 0));
  }
}
