/** Takes a backup in: read and checked clip by clip, sent to the background in parts, committed by it at the last one. */
import type { ClipWithVersions } from '../../../utils/clips/clip';
import type { ReadReport } from '../../../utils/clips/formats/import';
import type { MergeReport } from '../../../utils/clips/merge';
import { askBackground } from '../../../utils/extension/messages';
import { Chunks } from './chunks';

export type ImportProgress =
  /** `share` of the file that has been read, 0 to 1. */
  | { state: 'reading'; share: number }
  | { state: 'committing' }
  /** `merged` is null when the file was refused as a whole. */
  | { state: 'done'; read: ReadReport; merged: MergeReport | null }
  | { state: 'failed'; detail: string };

type Tell = (progress: ImportProgress) => void;

/** The bytes of the file, telling how far they have been read. */
async function* bytesOf(file: File, tell: Tell): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield part.value;
      read += part.value.length;
      tell({ state: 'reading', share: read / file.size });
    }
  } finally {
    await reader.cancel();
  }
}

async function readAndSend(file: File, tell: Tell): Promise<ImportProgress> {
  const { readClips } = await import('../../../utils/clips/formats/import');
  const importId = crypto.randomUUID();
  const chunks = new Chunks<ClipWithVersions>();
  let index = 0;
  const send = (records: ClipWithVersions[], last: boolean) =>
    askBackground('clip:import', { importId, index: index++, records, last });
  const read = await readClips(bytesOf(file, tell), async (entry) => {
    const full = chunks.add(entry);
    if (full) await send(full, false);
  });
  // What was sent of a refused file is never committed.
  if (read.refused) return { state: 'done', read, merged: null };
  tell({ state: 'committing' });
  const answer = await send(chunks.rest(), true);
  return { state: 'done', read, merged: answer.state === 'committed' ? answer : null };
}

/** Imports the file, and tells how far it is until it is done or has failed; a failure leaves the library as it was. */
export async function importFile(file: File, tell: Tell): Promise<void> {
  tell({ state: 'reading', share: 0 });
  try {
    tell(await readAndSend(file, tell));
  } catch (error) {
    tell({ state: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}
