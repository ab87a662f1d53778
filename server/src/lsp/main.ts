import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { parseConfig } from '../config/parse';
import { reasonOf } from '../host/failure';
import { projectsIn } from '../host/projects';
import { kindOf, leftOut, rootAbove } from '../host/scope';
import { readText } from '../host/texts';
import { memo } from '../model/memo';
import { rules } from '../rules/catalogue';
import type { Disk } from './disk';
import { startServer } from './server';
import { AnalysisThread } from './thread';
import { slashed } from './uris';

const leftOutBy = memo(leftOut);

const disk: Disk = {
  async projectsIn(folder) {
    try {
      const found = await projectsIn(folder, (config) => (config === null ? [] : parseConfig(config, rules).config.exclude));
      return found.map((project) => ({ ...project, root: slashed(project.root) }));
    } catch (error) {
      return [{ root: folder, config: null, files: [], unreadable: [{ path: folder, reason: reasonOf(error) }] }];
    }
  },
  async rootAbove(folder) {
    const root = await rootAbove(folder);
    return root === null ? null : slashed(root);
  },
  async read(path) {
    const text = await readText(path);
    return typeof text === 'string' ? text : null;
  },
  async isFolder(path) {
    try {
      return (await kindOf(path)) === 'folder';
    } catch {
      return false;
    }
  },
  leavesOut: (globs, file) => leftOutBy(globs)(file),
};

startServer(createConnection(ProposedFeatures.all), disk, (events) => new AnalysisThread(join(__dirname, 'worker.js'), events));
