import type { Localised } from '../text/localised';

/** Something that is there and cannot be read. */
export interface Unreadable {
  /** Absolute. */
  readonly path: string;
  /** Why, in a clause. */
  readonly reason: Localised;
}

/** Why a call of the file system failed, in a clause. */
export function reasonOf(error: unknown): Localised {
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  return reasons[code] ?? { en: detail, fr: detail };
}

/** Is what was asked for not there, or no longer, or a link that leads nowhere? */
export function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error));
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export const notThere: Localised = { en: 'it does not exist', fr: 'introuvable' };

const noPermission: Localised = { en: 'permission denied', fr: 'accès refusé' };
const tooLarge: Localised = { en: 'it is too large', fr: 'trop volumineux' };

const reasons: Readonly<Record<string, Localised>> = {
  EACCES: noPermission,
  EPERM: noPermission,
  ENOENT: notThere,
  ENOTDIR: { en: 'a part of the path is a file, not a folder', fr: 'une partie du chemin est un fichier et non un dossier' },
  EISDIR: { en: 'it is a folder', fr: 'c’est un dossier' },
  ELOOP: { en: 'its symbolic links lead in a circle', fr: 'ses liens symboliques tournent en rond' },
  ENAMETOOLONG: { en: 'its path is too long', fr: 'chemin trop long' },
  EMFILE: { en: 'too many files are open', fr: 'trop de fichiers sont ouverts' },
  ENOSPC: { en: 'the disk is full', fr: 'le disque est plein' },
  EROFS: { en: 'the disk is read-only', fr: 'le disque est en lecture seule' },
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ERR_STRING_TOO_LONG: tooLarge,
};
