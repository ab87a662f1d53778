import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes plain JavaScript in place of the two native add-ons of the server that are not built without install scripts.
 * Without the first there are no log files and a stack trace for each of them; the second ends a server whose parent died.
 */
export function writeStandIns(nodeModules: string): void {
  writeFileSync(join(nodeModules, '@vscode/spdlog/index.js'), spdlog);
  const watchdog = join(nodeModules, '@vscode/native-watchdog');
  if (existsSync(watchdog)) writeFileSync(join(watchdog, 'index.js'), nativeWatchdog);
}

const nativeWatchdog = 'exports.start = () => {};\nexports.exit = (code) => process.exit(code || 0);\n';

const spdlog = `const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.plain = false;
  }
  write(level, message) {
    if (level < this.level) return;
    const line = this.plain ? message : new Date().toISOString() + ' [' + levels[level] + '] ' + message + '\\n';
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // The folder was removed: the window is closing.
    }
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.plain = true; }
  setPattern() {}
  flush() {}
  drop() {}
}

async function create(_name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;
