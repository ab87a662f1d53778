import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { configFile } from '../server/src/config/config';
import { parseConfig, unconfigured } from '../server/src/config/parse';
import { dayOf } from '../server/src/model/calendar';
import { Snapshot } from '../server/src/model/snapshot';
import { messageOf } from '../server/src/rules/answer';
import { rules } from '../server/src/rules/catalogue';
import { checkProject, fixesOf } from '../server/src/rules/check';
import { ruleNames } from '../server/src/rules/names';
import type { AnyRule, Finding } from '../server/src/rules/rule';
import { languages } from '../server/src/text/localised';
import { readAnnounced } from './harness/announcements';
import { fencesOf, readCases } from './harness/markdown';
import { contract, withoutFix } from './rulesContract';

/** Which rooms each room may import from, itself aside. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  model: ['text', 'syntax'],
  config: ['text'],
  planning: ['text', 'syntax', 'model'],
  rules: ['text', 'syntax', 'model', 'planning', 'config'],
  features: ['text', 'syntax', 'model', 'planning', 'rules', 'config'],
  reports: ['text', 'syntax', 'model', 'planning', 'rules', 'config'],
  views: ['text', 'syntax', 'model', 'planning', 'rules', 'config', 'reports'],
  exchange: ['text', 'syntax', 'model'],
  host: ['text', 'config', 'planning'],
  lsp: ['text', 'syntax', 'model', 'planning', 'rules', 'features', 'reports', 'views', 'exchange', 'config', 'host'],
  cli: ['text', 'syntax', 'model', 'planning', 'rules', 'features', 'reports', 'exchange', 'config', 'host', 'package.json'],
};

/** Packages that belong to some rooms alone. */
const packages: readonly (readonly [name: RegExp, rooms: readonly string[]])[] = [
  [/^chevrotain$/, ['syntax']],
  [/^zod$/, ['config', 'exchange', 'lsp', 'cli', 'client']],
  [/^jsonc-parser\b/, ['config']],
  [/^highs$/, ['host']],
  [/^vscode$/, ['client']],
  [/^vscode-languageclient\b/, ['client']],
  [/^vscode-(languageserver|uri)\b/, ['lsp']],
  [/^node:fs\b/, ['host']],
  [/^node:(?!fs\b)/, ['host', 'lsp', 'cli', 'client']],
];

describe('the house', () => {
  it('keeps to its arrows', () => {
    const wrong = imports().filter(({ room, target }) => target !== null && target !== room && !(arrows[room] ?? []).includes(target));
    assert.deepEqual(
      wrong.filter((each) => !isProtocol(each)),
      [],
    );
  });

  it('imports what belongs to some rooms only there', () => {
    const wrong = imports().filter(({ room, name }) => packages.some(([form, rooms]) => form.test(name) && !rooms.includes(room)));
    assert.deepEqual(wrong, []);
  });
});

describe('the server', () => {
  it('needs Node only in its doors, so that it can be built for a browser too', () => {
    const doors = ['main', 'thread', 'worker'].map((name) => `server/src/lsp/${name}.ts`);
    const elsewhere = imports().filter(({ room, name, file }) => room === 'lsp' && name.startsWith('node:') && !doors.includes(file));
    assert.deepEqual(elsewhere, []);
  });
});

describe('the rules', () => {
  it('are those of the contract, in its order, with its severities and options', () => {
    assert.deepEqual(
      rules.map(({ name, severity, options }) => [name, severity, options]),
      contract,
    );
    assert.deepEqual(
      ruleNames,
      rules.map(({ name }) => name),
    );
  });

  it('have a file each, and no file of a group is without its line in the catalogue', () => {
    for (const group of readdirSync('server/src/rules', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      const files = readdirSync(join('server/src/rules', group.name)).map((file) => join('server/src/rules', group.name, file));
      const defining = files.filter((file) => /^ {2}name: '/m.test(readFileSync(file, 'utf8'))).map((file) => basename(file, '.ts'));
      const listed = rules
        .filter(({ name }) => name.startsWith(`${group.name}/`))
        .map(({ name }) => camelCase(name.slice(group.name.length + 1)));
      assert.deepEqual(defining.sort(), listed.sort());
    }
  });

  for (const rule of rules) {
    it(`${rule.name}: its bad example has exactly one finding of it, its good one none`, () => {
      assert.equal(findingsOfExample(rule, rule.examples.bad).length, 1, 'bad');
      assert.equal(findingsOfExample(rule, rule.examples.good).length, 0, 'good');
    });

    it(`${rule.name}: its page shows a fix, if it offers any`, () => {
      const { model, findings } = checkedExample(rule.examples.bad);
      const fixes = findings.filter((finding) => finding.rule === rule).flatMap((finding) => fixesOf(finding, model, 'en'));
      assert.equal(!fixes.some(({ disabled }) => !disabled), withoutFix.has(rule.name));
    });

    it(`${rule.name}: has cases in which it speaks, and in which it does not`, () => {
      const { cases } = readCases(readFileSync(join('test/cases/rules', `${rule.name}.md`), 'utf8'));
      const speaks = cases.filter((each) =>
        each.pieces.some((piece) => typeof piece !== 'string' && new RegExp(`\\^ \\w+ ${rule.name}\\b`).test(piece.body)),
      );
      assert.ok(speaks.length > 0, 'it never speaks');
      assert.ok(speaks.length < cases.length, 'it always speaks');
    });
  }

  it('have no case file too many', () => {
    const named = new Set<string>(rules.map(({ name }) => `${name}.md`));
    const files = readdirSync('test/cases/rules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    assert.deepEqual(
      files.filter((file) => !named.has(file)),
      [],
    );
  });

  it('say in both languages what they say, with the typography of each', () => {
    const wrong = sentences().filter(
      ({ en, fr }) => en.trim() === '' || fr.trim() === '' || !isEnglishTypography(en) || !isFrenchTypography(fr),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('the samples', () => {
  for (const folder of existsSync('samples') ? readdirSync('samples').filter((name) => name !== 'gallery') : []) {
    it(`${folder} says what it means`, () => {
      const findings = findingsOf(collabFiles(join('samples', folder)), configIn(join('samples', folder)));
      const faults = findings.filter(({ rule }) => rule.name.startsWith('model/') && rule.severity !== 'hint');
      assert.deepEqual(
        faults.map((finding) => `${finding.found.at.file}: ${messageOf(finding, 'en')}`),
        [],
      );
    });
  }
});

interface Import {
  readonly room: string;
  readonly file: string;
  /** As it is written. */
  readonly name: string;
  /** The room it leads to; null for a package. */
  readonly target: string | null;
}

function imports(): readonly Import[] {
  const files = ['server/src', 'client/src'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, file)),
  );
  return files.flatMap((file) => {
    const found = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export|\}) [^\n]*?\bfrom '([^']+)';$|^import '([^']+)';$|\bimport\('([^']+)'\)/gm,
    );
    return [...found].map(([, bound, bare, dynamic]) => {
      const name = bound ?? bare ?? dynamic ?? '';
      return { room: roomOf(file), file, name, target: name.startsWith('.') ? roomOf(normalize(join(dirname(file), name))) : null };
    });
  });
}

function roomOf(file: string): string {
  const [root = '', , room = ''] = file.split('/');
  return root === 'server' ? room : root;
}

/** The client knows of the server how they talk, and no more. */
function isProtocol({ room, file, name }: Import): boolean {
  return room === 'client' && normalize(join(dirname(file), name)) === 'server/src/lsp/protocol';
}

function camelCase(fault: string): string {
  return fault.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The example of a rule about the configuration is one. */
function findingsOfExample(rule: AnyRule, example: string): readonly Finding[] {
  return checkedExample(example).findings.filter((finding) => finding.rule === rule);
}

function checkedExample(example: string) {
  return example.trimStart().startsWith('{') ? checked([], example) : checked([['model.collab', example]], null);
}

function findingsOf(texts: readonly (readonly [string, string])[], config: string | null): readonly Finding[] {
  return checked(texts, config).findings;
}

function checked(texts: readonly (readonly [string, string])[], config: string | null) {
  const configured = config === null ? unconfigured : parseConfig(config, rules);
  const today = dayOf(configured.config.today ?? '2026-04-10') ?? 0;
  return checkProject(Snapshot.of(texts), configured, today, {
    onFault(rule, error) {
      throw new Error(`${rule.name} throws`, { cause: error });
    },
  });
}

function collabFiles(folder: string): readonly (readonly [string, string])[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.collab'));
  assert.ok(files.length > 0, `${folder} holds no model`);
  return files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
}

function configIn(folder: string): string | null {
  return existsSync(join(folder, configFile)) ? readFileSync(join(folder, configFile), 'utf8') : null;
}

/** All that the rules say of themselves and of the models in their cases. */
function sentences(): readonly { readonly rule: string; readonly en: string; readonly fr: string }[] {
  const found = new Map<string, { readonly rule: string; readonly en: string; readonly fr: string }>();
  const add = (rule: string, en: string, fr: string) => found.set(en + fr, { rule, en, fr });
  for (const rule of rules) {
    add(rule.name, rule.summary.en, rule.summary.fr);
    add(rule.name, rule.why.en, rule.why.fr);
  }
  for (const { texts, config } of models()) {
    const { model, findings } = checked(texts, config);
    for (const finding of findings) {
      add(finding.rule.name, messageOf(finding, 'en'), messageOf(finding, 'fr'));
      for (const { message } of finding.found.related ?? []) add(finding.rule.name, message.en, message.fr);
      for (const language of languages) {
        for (const { title, disabled } of fixesOf(finding, model, language)) {
          add(finding.rule.name, title.en, title.fr);
          if (disabled) add(finding.rule.name, disabled.en, disabled.fr);
        }
      }
    }
  }
  return [...found.values()];
}

function models(): readonly { readonly texts: readonly (readonly [string, string])[]; readonly config: string | null }[] {
  const files = readdirSync('test/cases/rules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return files.flatMap((file) =>
    readCases(readFileSync(join('test/cases/rules', file), 'utf8')).cases.map((each) => {
      const [config] = fencesOf(each, 'config');
      const texts = fencesOf(each, 'collab').map(({ info, body }) => [info || 'model.collab', readAnnounced(body).text] as const);
      return { texts, config: config ? readAnnounced(config.body).text : null };
    }),
  );
}

/** What stands in quotes is the author's. */
function isEnglishTypography(text: string): boolean {
  const own = text.replace(/“[^”]*”/g, '“”');
  return !/\w'\w|[\u00a0«»]| [:;?!]/.test(own);
}

/** No straight apostrophe, and a no-break space where French has one. */
function isFrenchTypography(text: string): boolean {
  const own = text.replace(/«\u00a0[^»]*\u00a0»/g, '«\u00a0\u00a0»');
  return !/\w'\w|[“”]|(?<!\u00a0)[;?!»]|(?<![\u00a0\d])%|(?<![\u00a0\d]):|«(?!\u00a0)/.test(own);
}
