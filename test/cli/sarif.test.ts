import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Folder } from '../host/folder';
import { collab } from './run';

/** The schema of SARIF 2.1.0 (OASIS) as Microsoft’s SDK for SARIF carries it; draft 4, of which it uses what later drafts mean alike. */
const schemaPath = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Names and texts that mean something to URIs, to JSON or to Markdown. */
const hostile = {
  'a #1?&=%20/100% "sûr" [v2] (c)\'s.collab': 'member anna "A \\"<&>\\" {0} [x](y) \\\\" { lead bob team wéb }\n',
  'b:c;d,e+f@g~h^i`j{k}|l.collab': 'team web "Web\\tLab\u2028" { lead nobody }\nmember eve "\u0001\u001b[31m" { team web team web }\n',
  '日本/équipe-🙂.collab': '// collab-ignore network/silo\nlink 🙂 -> anna\nmember zoé "🙂🙂" { has nothing 9 }\n',
};

describe('sarif, held to the published schema', () => {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(schemaPath, 'utf8'));
  const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

  async function assertValid(cwd: string, ...args: readonly string[]): Promise<void> {
    const { out } = await collab(['check', '--today', '2026-04-10', '--format', 'sarif', ...args], { cwd });
    const log = JSON.parse(out);
    validate(log);
    assert.deepEqual(validate.errors ?? [], []);
    assert.ok(log.runs.length > 0);
  }

  it('tells what is none', () => {
    assert.ok(!validate({ version: '2.1.0', runs: [{ results: [] }] }));
    const result = { message: { text: 'no rule' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }] };
    assert.ok(!validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Collab' } }, results: [result] }] }));
  });

  for (const sample of ['lumiere', 'northwind-ops']) {
    for (const language of ['en', 'fr']) {
      it(`of ${sample}, in ${language}`, () => assertValid(join('samples', sample), '--lang', language));
    }
  }

  it('of everything in the gallery, a run a project', async () => {
    const broken = readdirSync('samples/gallery', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    await assertValid('samples/gallery', ...broken.map(({ name }) => name));
  });

  it('of hostile names and texts, of a broken configuration, and of nothing at all', async () => {
    const folder = new Folder();
    try {
      await assertValid(folder.path);
      await assertValid(folder.write(hostile).path);
      await assertValid(folder.write({ 'collab.config.json': '{ "rules": 3, ' }).path);
    } finally {
      folder.remove();
    }
  });
});
