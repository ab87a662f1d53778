import type { Model } from '../model/model';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/localised';
import type { Arrangement } from './arrangement';
import type { Branch } from './branch';
import { clientsShown } from './clients';
import { competenciesShown } from './competencies';
import { type FindingsShown, findingsShown } from './findings';
import { type MatrixShown, matrixShown } from './matrix';
import { membersShown } from './members';
import { type NetworkShown, networkShown } from './network';
import { tasksShown } from './tasks';
import { type WorkloadShown, workloadShown } from './workload';

/** What there is to show of a project beside its texts, each part by itself. */
export interface Views {
  readonly findings: FindingsShown;
  readonly members: readonly Branch[];
  readonly competencies: readonly Branch[];
  readonly tasks: readonly Branch[];
  readonly clients: readonly Branch[];
  readonly network: NetworkShown;
  readonly matrix: MatrixShown;
  readonly workload: WorkloadShown;
}

export type ViewPart = keyof Views;

export const viewParts = [
  'findings',
  'members',
  'competencies',
  'tasks',
  'clients',
  'network',
  'matrix',
  'workload',
] as const satisfies readonly ViewPart[];

/** What a view is drawn from. */
export interface Viewed {
  readonly model: Model;
  readonly findings: readonly Finding[];
}

/** The views of one project. Where members stand on the map is kept from one state to the next, so that it does not jump while one types. */
export class Viewer {
  #arrangement: Arrangement | undefined;

  show(part: ViewPart, { model, findings }: Viewed, language: Language): Views[ViewPart] {
    switch (part) {
      case 'findings':
        return findingsShown(model, findings, language);
      case 'members':
        return membersShown(model, language);
      case 'competencies':
        return competenciesShown(model, language);
      case 'tasks':
        return tasksShown(model, language);
      case 'clients':
        return clientsShown(model, language);
      case 'matrix':
        return matrixShown(model);
      case 'workload':
        return workloadShown(model);
      case 'network': {
        const { shown, arrangement } = networkShown(model, findings, this.#arrangement);
        this.#arrangement = arrangement;
        return shown;
      }
    }
  }
}
