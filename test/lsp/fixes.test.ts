import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Diagnostic,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { Editor, modern } from './editor';

const people = `competency research "Research"
member anna "Anna Morel" { has research expert }
member bob "Bob Okafor" { has research novice }
link anna <-> bob weekly
`;

describe('quick fixes', () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const actionsOn = async (path: string, found: Diagnostic, context: Partial<CodeActionContext> = {}): Promise<readonly CodeAction[]> => {
    const params = { textDocument: { uri: editor.uri(path) }, range: found.range, context: { diagnostics: [found], ...context } };
    const answer = (await editor.client.request(CodeActionRequest.type, params)) ?? [];
    return answer.filter((each): each is CodeAction => !('command' in each && typeof each.command === 'string'));
  };
  const finding = async (path: string, rule: string): Promise<Diagnostic> => {
    const uri = editor.uri(path);
    const { diagnostics } = await editor.client.diagnostics(
      uri,
      (published) => published.diagnostics.some(({ code }) => code === rule),
      rule,
    );
    const found = diagnostics.find(({ code }) => code === rule);
    assert.ok(found);
    return found;
  };
  const gone = (path: string, rule: string) =>
    editor.client.diagnostics(editor.uri(path), ({ diagnostics }) => !diagnostics.some(({ code }) => code === rule), `the end of ${rule}`);
  const apply = (action: CodeAction | undefined): void => {
    assert.ok(action?.edit?.changes, action?.disabled?.reason ?? 'there is no such fix');
    for (const [uri, edits] of Object.entries(action.edit.changes)) editor.client.edit(uri, edits as TextEdit[]);
  };

  it('an unknown name becomes the one that was meant', async () => {
    const text = `${people}team web { lead bpb }\n`;
    editor = await Editor.open({ 'a.collab': text });
    editor.type('a.collab', text);
    const found = await finding('a.collab', 'model/unknown-name');
    const [first] = await actionsOn('a.collab', found);
    assert.deepEqual([first?.kind, first?.isPreferred, first?.diagnostics], [CodeActionKind.QuickFix, true, [found]]);
    assert.match(first?.title ?? '', /bob/);
    apply(first);
    await gone('a.collab', 'model/unknown-name');
    assert.match(editor.client.document(editor.uri('a.collab')).getText(), /lead bob/);
  });

  it('a task that nobody does is given to who can do it', async () => {
    const text = 'task interviews "Interviews" {\n  requires research 4\n}\n';
    editor = await Editor.open({ 'people.collab': people, 'tasks.collab': text });
    editor.type('tasks.collab', text);
    const found = await finding('tasks.collab', 'competency/unassigned');
    const actions = await actionsOn('tasks.collab', found);
    assert.match(actions[0]?.title ?? '', /Anna Morel/);
    apply(actions.find(({ isPreferred }) => isPreferred));
    await gone('tasks.collab', 'competency/unassigned');
    assert.match(editor.client.document(editor.uri('tasks.collab')).getText(), /assigned anna/);
  });

  it('a stakeholder whom nobody is in touch with gets a link', async () => {
    const text = 'client acme "Acme" {\n  stakeholder zoe "Zoé Petit"\n}\n';
    editor = await Editor.open({ 'people.collab': people, 'clients.collab': text });
    editor.type('clients.collab', text);
    editor.type('people.collab', people);
    const found = await finding('clients.collab', 'client/no-liaison');
    apply((await actionsOn('clients.collab', found))[0]);
    await gone('clients.collab', 'client/no-liaison');
  });

  it('are offered where one stands too, whatever is shown there', async () => {
    editor = await Editor.open({ 'a.collab': `team web { lead bpb }\n${people}` });
    const found = await finding('a.collab', 'model/unknown-name');
    assert.notDeepEqual(await actionsOn('a.collab', found, { diagnostics: [] }), []);
    const elsewhere = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    assert.deepEqual(await actionsOn('a.collab', { ...found, range: elsewhere }, { diagnostics: [] }), []);
  });

  it('are for the finding that is asked about', async () => {
    editor = await Editor.open({ 'a.collab': `team web { lead bpb }\n${people}` });
    const found = await finding('a.collab', 'model/unknown-name');
    assert.deepEqual(await actionsOn('a.collab', { ...found, code: 'model/syntax' }), []);
    assert.deepEqual(await actionsOn('a.collab', found, { only: [CodeActionKind.Refactor] }), []);
    assert.notDeepEqual(await actionsOn('a.collab', found, { only: [CodeActionKind.QuickFix] }), []);
  });

  it('that cannot be made say why, to a client that understands it', async () => {
    const text = 'competency research\nmember bob { has research novice }\ntask interviews {\n  requires research 4\n}\n';
    editor = await Editor.open({ 'a.collab': text });
    const actions = await actionsOn('a.collab', await finding('a.collab', 'competency/unassigned'));
    const disabled = actions.find((action) => action.disabled);
    assert.ok(disabled?.disabled?.reason, 'there is no disabled fix');
    assert.equal(disabled.edit, undefined);
  });

  it('that cannot be made are kept from a client that does not', async () => {
    const text = 'competency research\nmember bob { has research novice }\ntask interviews {\n  requires research 4\n}\n';
    editor = await Editor.open({ 'a.collab': text }, { capabilities: { workspace: modern.workspace ?? {} } });
    const actions = await actionsOn('a.collab', await finding('a.collab', 'competency/unassigned'));
    assert.deepEqual(
      actions.filter((action) => action.disabled),
      [],
    );
  });

  describe('for a client that asks for an edit when it is chosen', () => {
    const capabilities: ClientCapabilities = {
      workspace: { ...modern.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
      textDocument: {
        codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, disabledSupport: true },
      },
    };
    const text = 'task interviews "Interviews" {\n  requires research 4\n  assigned bob\n}\n';
    const open = async (locale: string) => {
      editor = await Editor.open({ 'people.collab': people, 'tasks.collab': text }, { capabilities, locale });
      editor.type('tasks.collab', text);
      const [first] = await actionsOn('tasks.collab', await finding('tasks.collab', 'competency/under-qualified'));
      assert.ok(first && first.edit === undefined);
      return first;
    };
    const choose = (action: CodeAction) => editor.client.request(CodeActionResolveRequest.type, action);

    it('bring it then, with what it does to all findings', async () => {
      const { edit } = await choose(await open('en'));
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change && TextDocumentEdit.is(change));
      assert.deepEqual(
        change.edits.map((each) => ('newText' in each ? each.newText : null)),
        ['anna'],
      );
      const [annotation] = Object.values(edit?.changeAnnotations ?? {});
      assert.equal(annotation?.label, 'Reassign to Anna Morel: covers 1 of 1, 0 → 0 days');
      assert.equal(
        annotation?.description,
        'Resolves: nobody on “Interviews” holds Research at proficient (highest: novice); Anna Morel is on no open task, mentors nobody and is part of no intervention; Anna Morel holds Research (expert) and is on none of the tasks that require it: “Interviews”. Adds: Bob Okafor is on no open task, mentors nobody and is part of no intervention.',
      );
    });

    it('say that in French too', async () => {
      const { edit } = await choose(await open('fr'));
      const [annotation] = Object.values(edit?.changeAnnotations ?? {});
      assert.match(
        annotation?.description ?? '',
        /^Résout\u00a0: personne, sur «\u00a0Interviews\u00a0», .*\. Ajoute\u00a0: Bob Okafor .*\.$/,
      );
    });

    it('follow the text when it has moved, and are refused when what they were for is gone', async () => {
      const first = await open('en');
      editor.client.replace(editor.uri('tasks.collab'), 'task interviews', '\n\ntask interviews');
      const [change] = (await choose(first)).edit?.documentChanges ?? [];
      assert.ok(change && TextDocumentEdit.is(change));
      assert.equal(change.edits[0]?.range.start.line, 4);
      editor.client.replace(editor.uri('tasks.collab'), 'assigned bob', 'assigned anna');
      await assert.rejects(choose(first), { code: -32803, message: /the text has changed/ });
    });
  });
});
