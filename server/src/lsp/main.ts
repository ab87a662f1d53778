import { dirname, join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { parseConfig } from '../config/parse';
import { projectsIn } from '../host/projects';
import { leftOut, rootAbove } from '../host/scope';
import { readText } from '../host/texts';
import type { Disk } from './disk';
import { startServer } from './server';
import { AnalysisThread } from './thread';

const disk: Disk = {
  projectsIn: (folder) => projectsIn(folder, (config) => (config === null ? [] : parseConfig(config, []).config.exclude)),
  rootAbove,
  async read(path) {
    const text = await readText(path);
    return typeof text === 'string' ? text : null;
  },
  leavesOut: (globs, path) => leftOut(globs)(path),
  folderOf: dirname,
};

startServer(createConnection(ProposedFeatures.all), disk, (events) => new AnalysisThread(join(__dirname, 'worker.js'), events));
