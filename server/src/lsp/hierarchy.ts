import type { CallHierarchyItem, Connection, Range } from 'vscode-languageserver';
import { z } from 'zod';
import { type Dependency, dependableAt, dependenciesOf, dependentsOf } from '../features/dependencies';
import { labelOf } from '../features/markdown';
import { kindLabel } from '../features/words';
import { type Declared, outlineOf } from '../model/outline';
import type { Span } from '../text/span';
import { asking } from './asking';
import type { Desk } from './desk';
import type { Located, Project } from './session';
import * as toLsp from './toLsp';

const dataSchema = z.object({ id: z.string() });

/**
 * Answers what hangs on what, as a call hierarchy: callers of a member, a competency, a task or a need are what depends on it (Ana ← her tasks ←
 * the needs they are for), and what it calls is what it depends on (a need → its tasks → their people and competencies).
 */
export function answerHierarchy(connection: Connection, desk: Desk): void {
  const { ask, askAt, linesOf } = asking(desk);
  const { callHierarchy } = connection.languages;

  callHierarchy.onPrepare(
    askAt((at, place) => {
      const declared = dependableAt(at.project.snapshot, place);
      return declared && [itemOf(declared, at.project)];
    }),
  );
  callHierarchy.onIncomingCalls(({ item }, token) =>
    ask((at) =>
      related(at, item, dependentsOf).map(({ declared, places }) => ({
        from: itemOf(declared, at.project),
        fromRanges: rangesIn(declared.file, places, at.project),
      })),
    )({ textDocument: item }, token),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    ask((at) =>
      related(at, item, dependenciesOf).map(({ declared, places }) => ({
        to: itemOf(declared, at.project),
        fromRanges: places.map((place) => toLsp.range(linesOf(at), place)),
      })),
    )({ textDocument: item }, token),
  );

  function related(
    { project: { snapshot }, file }: Located,
    { data }: CallHierarchyItem,
    find: (snapshot: Project['snapshot'], declared: Declared) => readonly Dependency[],
  ): readonly Dependency[] {
    const asked = dataSchema.safeParse(data);
    const source = snapshot.files.get(file);
    const declared = asked.success && source ? outlineOf(source).declared.find(({ id }) => id === asked.data.id) : undefined;
    return declared ? find(snapshot, declared) : [];
  }

  function itemOf(declared: Declared, project: Project): CallHierarchyItem {
    const { id, kind, owner, file, node } = declared;
    const addresses = desk.addresses(project);
    const what = kindLabel(kind)[desk.languageOf(project)];
    return {
      name: labelOf(declared),
      detail: owner ? `${what} · ${labelOf(owner)}` : what,
      kind: toLsp.symbolKinds[kind],
      uri: addresses.uri(file),
      range: toLsp.range(toLsp.linesOf(file, addresses), node),
      selectionRange: toLsp.range(toLsp.linesOf(file, addresses), node.name ?? node.keyword),
      data: { id },
    };
  }

  function rangesIn(file: string, places: readonly Span[], project: Project): Range[] {
    const lines = toLsp.linesOf(file, desk.addresses(project));
    return places.map((place) => toLsp.range(lines, place));
  }
}
