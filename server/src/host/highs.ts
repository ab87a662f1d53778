import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { LinearProgramme, OpenProgramme, Outcome, Row, Solver } from '../planning/solver';

/**
 * HiGHS (Huangfu & Hall 2018) as the solver; `locate` leads to highs.wasm. Rejects where it cannot be loaded. It solves on the thread that
 * asks, and the same programme the same way each time.
 */
export async function highsSolver(locate: (file: string) => string): Promise<Solver> {
  const highs = await loadHighs({ locateFile: locate });
  return { open: (programme) => open(highs, programme) };
}

function open(highs: Highs, programme: LinearProgramme): OpenProgramme {
  const model = highs.createModel(dataOf(highs, programme));
  model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
  const finite = (bound: number): number => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
  return {
    minimise: (costs, start, seconds) => minimise(highs, model, costs, start, seconds),
    add: ({ lower, upper, columns, values }: Row) => {
      model.addRow(finite(lower), finite(upper), { indices: columns, values });
    },
    close: () => model.dispose(),
  };
}

function minimise(highs: Highs, model: Model, costs: readonly number[], start: readonly number[] | null, seconds: number): Outcome {
  model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
  model.clearSolver();
  model.zeroAllClocks();
  model.options.set('time_limit', seconds);
  if (start) model.setSolution({ colValue: start });
  const { modelStatus } = model.run();
  const { optimal } = highs.constants.modelStatus;
  const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  const isMixed = modelStatus !== optimal;
  return {
    values: found ? model.getSolution().colValue : null,
    bound: isMixed ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue(),
    proved: modelStatus === optimal,
  };
}

function dataOf(highs: Highs, { columns, rows }: LinearProgramme): ModelData {
  const finite = (bound: number): number => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ lower }) => finite(lower)),
    colUpper: columns.map(({ upper }) => finite(upper)),
    rowLower: rows.map(({ lower }) => finite(lower)),
    rowUpper: rows.map(({ upper }) => finite(upper)),
    integrality: columns.map(({ whole }) => (whole ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.values),
    },
  };
}
