import {
  type FileOperationClientCapabilities,
  type FileOperationOptions,
  FileOperationPatternKind,
  type FileOperationRegistrationOptions,
} from 'vscode-languageserver';

/** What a client is asked to tell of files and folders that are renamed, or moved: as much of it as it can. */
export function renamesFor({ willRename, didRename }: FileOperationClientCapabilities): FileOperationOptions {
  return { ...(willRename ? { willRename: renamed } : {}), ...(didRename ? { didRename: renamed } : {}) };
}

const renamed: FileOperationRegistrationOptions = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.collab', matches: FileOperationPatternKind.file } },
    { scheme: 'file', pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
  ],
};
