/** The background's connection to the library: one, opened when it is first wanted and again when it was lost. */
import { type ClipDatabase, DATABASE, type OpenLibrary, openLibrary } from '../clips/database';

let opening: Promise<OpenLibrary> | undefined;

function forget(): void {
  opening = undefined;
}

/** The open library, and whether it can only be read. */
export function openedLibrary(): Promise<OpenLibrary> {
  opening ??= openLibrary(DATABASE, forget).catch((error) => {
    forget();
    throw error;
  });
  return opening;
}

export async function library(): Promise<ClipDatabase> {
  return (await openedLibrary()).database;
}
