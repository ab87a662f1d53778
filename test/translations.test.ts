import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(file, 'utf8'));

describe('what VS Code shows of Collab', () => {
  const english = read('package.nls.json');
  const french = read('package.nls.fr.json');
  const bundle = read('client/l10n/bundle.l10n.fr.json');

  it('has every text of package.json in both languages, and none that nothing shows', () => {
    const asked = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].flatMap(([, key]) => key ?? []);
    assert.deepEqual([...new Set(asked)].sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
  });

  it('has every sentence of the client in French, and none that nothing says', () => {
    const said = clientFiles().flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)]);
    assert.deepEqual([...new Set(said.map(([, text]) => text))].sort(), Object.keys(bundle).sort());
  });

  it('keeps to the typography of French', () => {
    const wrong = [...Object.values(french), ...Object.values(bundle)].filter((text) => {
      // Addresses of commands are none of the reader’s.
      const read = text.replace(/\]\([^)]*\)/g, ']').replace(/`[^`]*`/g, '');
      return /\w'\w|[“”]|(?<!\u00A0)[;?!»]|(?<!\u00A0):|«(?!\u00A0)/.test(read);
    });
    assert.deepEqual(wrong, []);
  });

  it('leaves what is filled in where it is', () => {
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
    for (const [en, fr] of Object.entries(bundle)) assert.deepEqual(places(fr), places(en), en);
  });
});

function clientFiles(): readonly string[] {
  return readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join('client/src', file));
}
