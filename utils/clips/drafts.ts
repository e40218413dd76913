/** Drafts: notes and tags that were typed for a page and not saved yet, one an address. */
import * as v from 'valibot';
import type { Draft } from './clip';
import { type ClipDatabase, write } from './database';
import { DraftSchema } from './record-schema';

/** The draft for an address; null when there is none that can be read. */
export async function draftOf(database: ClipDatabase, url: string): Promise<Draft | null> {
  if (!database.objectStoreNames.contains('drafts')) return null;
  const draft: unknown = await database.get('drafts', url);
  return v.is(DraftSchema, draft) ? draft : null;
}

export function deleteEveryDraft(database: ClipDatabase): Promise<void> {
  return write(database, (transaction) => transaction.objectStore('drafts').clear());
}

/** Keeps a draft in place of the one before it. One that says nothing is forgotten. */
export function saveDraft(database: ClipDatabase, draft: Draft): Promise<void> {
  return write(database, async (transaction) => {
    const drafts = transaction.objectStore('drafts');
    if (draft.note === '' && draft.tags.length === 0) await drafts.delete(draft.url);
    else await drafts.put(draft);
  });
}
