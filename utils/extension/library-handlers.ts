/** What the library page and the popup can have done to the library. Arguments are checked already. */
import type { Draft } from '../clips/clip';
import { saveDraft } from '../clips/drafts';
import { commitStaged, stagePart } from '../clips/staging';
import { type ClipChange, changeClips, deleteForever } from '../clips/store';
import { committed, deleting } from './library-care';
import { library } from './library-connection';
import type { ImportRequest, ImportResult } from './messages';

const now = () => new Date().toISOString();

export async function change(clipIds: readonly string[], fields: ClipChange): Promise<undefined> {
  await changeClips(await library(), clipIds, fields);
  await committed();
}

/** Deletes clips for good; resolves to the ids of those that were there. */
export async function deleteClips(clipIds: readonly string[]): Promise<string[]> {
  const database = await library();
  return deleting(clipIds.length, () => deleteForever(database, clipIds));
}

/** Keeps a part of an import; the last one commits all of them. */
export async function importPart({ importId, index, records, last }: ImportRequest): Promise<ImportResult> {
  const database = await library();
  await stagePart(database, { importId, index, records, at: now() });
  if (!last) return { state: 'staged' };
  const report = await commitStaged(database, importId, index + 1);
  // Clips that came are not counted as added: they may be those that this machine had lost.
  await committed();
  return { state: 'committed', ...report };
}

export async function keepDraft(draft: Omit<Draft, 'at'>): Promise<undefined> {
  await saveDraft(await library(), { ...draft, at: now() });
}
