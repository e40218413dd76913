/** The project's own source files, read and parsed for the guards. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  code: string;
}

/** Every file below the folders whose name matches, in order of path. */
export function filesBelow(root: string, folders: readonly string[], name: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The TypeScript that goes into the extension. */
export function extensionSources(): Source[] {
  return filesBelow(ROOT, ['entrypoints', 'components', 'utils'], /\.tsx?$/).map((path) => ({
    path,
    code: readFileSync(join(ROOT, path), 'utf8'),
  }));
}
