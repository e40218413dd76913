/** Finds rclone, whose WebDAV server the tests of sync run against, and installs it where that needs no question. */
import { delimiter, join } from 'node:path';
import { aptInstall, isProgram, type Machine, mayUseApt, thisMachine } from './browsers';

const NAMES = ['rclone', 'rclone.exe'];
const PACKAGE = 'rclone';

/** Path of rclone on PATH, or undefined. */
export function findRclone({ env }: Machine = thisMachine()): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

/** Installs rclone where it is missing and that is allowed, else prints where to get it. False when it is still missing. */
export function ensureRclone(machine: Machine = thisMachine(), install = aptInstall): boolean {
  if (findRclone(machine)) return true;
  if (mayUseApt(machine)) install([PACKAGE]);
  if (findRclone(machine)) return true;
  console.error(
    'Not found: rclone, for the tests of sync. Every system has a package of that name; see also rclone.org.',
  );
  return false;
}
