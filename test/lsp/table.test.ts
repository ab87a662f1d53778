import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as protocol from 'vscode-languageserver/node';
import { ErrorCodes, RequestType, type ResponseError } from 'vscode-languageserver/node';
import { capabilitiesFor } from '../../server/src/lsp/capabilities';
import { Editor } from './editor';
import { able } from './honesty';

interface Method {
  readonly method: string;
  readonly messageDirection: 'clientToServer' | 'serverToClient' | 'both';
  readonly capabilities?: { readonly server?: string };
  readonly type: object;
}

describe('docs/lsp.md', () => {
  const rows = new Map(
    [...readFileSync('docs/lsp.md', 'utf8').matchAll(/^\| `([^`]+)` \| (yes|no) \| (.*) ?\|$/gm)].map(
      ([, method = '', answered, why = '']) => [method, { answered: answered === 'yes', why: why.trim() }],
    ),
  );

  it('has a row for every method of the protocol, and no other', () => {
    const listed = [...rows.keys()].filter((method) => !method.startsWith('$/'));
    assert.deepEqual(listed.sort(), methods.map(({ method }) => method).sort());
  });

  it('says why of each that is not answered', () => {
    assert.deepEqual(
      [...rows].filter(([, { answered, why }]) => !answered && why === '').map(([method]) => method),
      [],
    );
  });

  it('says of each that has to be announced whether it is', () => {
    const capabilities = capabilitiesFor(able);
    const wrong = methods.flatMap(({ method, messageDirection, capabilities: { server } = {} }) => {
      if (!server || messageDirection !== 'clientToServer') return [];
      return rows.get(method)?.answered === isIn(capabilities, server.split('.')) ? [] : [method];
    });
    assert.deepEqual(wrong, []);
  });

  it('says of each request whether it is answered', async () => {
    const editor = await Editor.open({}, { capabilities: able });
    try {
      const unheardOf: string[] = [];
      for (const { method } of requests) {
        const params = { textDocument: { uri: 'file:///nowhere' }, item: { uri: 'file:///nowhere' }, position: { line: 0, character: 0 } };
        const code = await editor.client.request(new RequestType<unknown, unknown, void>(method), params).then(
          () => 0,
          (error: ResponseError) => error.code,
        );
        if (code === ErrorCodes.MethodNotFound) unheardOf.push(method);
      }
      const unanswered = requests.filter(({ method }) => !rows.get(method)?.answered).map(({ method }) => method);
      assert.deepEqual(unheardOf, unanswered);
    } finally {
      await editor.close();
    }
  });
});

const methods: readonly Method[] = Object.values(protocol)
  .flatMap((each): readonly Method[] => {
    const isMethod =
      (typeof each === 'object' || typeof each === 'function') && each !== null && 'method' in each && 'messageDirection' in each;
    return isMethod && typeof each.method === 'string' ? [each as unknown as Method] : [];
  })
  .sort((a, b) => (a.method < b.method ? -1 : 1));

/** Those of the session itself are seen in every test. */
const requests = methods.filter(
  ({ method, messageDirection, type }) =>
    messageDirection === 'clientToServer' && type.constructor.name.includes('Request') && !['initialize', 'shutdown'].includes(method),
);

function isIn(capabilities: object, [key = '', ...rest]: readonly string[]): boolean {
  const value: unknown = (capabilities as Readonly<Record<string, unknown>>)[key];
  if (value === undefined || value === false || value === null) return false;
  return rest.length === 0 || (typeof value === 'object' && isIn(value, rest));
}
