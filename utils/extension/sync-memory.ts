/** The background's connection to what sync remembers: one, opened when it is first wanted and again when it was lost. */
import { type MemoryDatabase, noteDeletions, openMemory } from '../clips/sync/memory';
import { readSync } from './sync-server';

let opening: Promise<MemoryDatabase> | undefined;

function forget(): void {
  opening = undefined;
}

export function syncMemory(): Promise<MemoryDatabase> {
  opening ??= openMemory(forget).catch((error) => {
    forget();
    throw error;
  });
  return opening;
}

/** Notes that clips have been deleted for good, so that the server hears of it. */
export async function tellDeletions(clipIds: readonly string[]): Promise<void> {
  if (clipIds.length > 0 && (await readSync()).server) await noteDeletions(await syncMemory(), clipIds);
}
