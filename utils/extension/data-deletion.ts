/** Deletes what Qingyue keeps, kind by kind, for good. */
import { deleteEveryDraft } from '../clips/drafts';
import { deleteEveryClip } from '../clips/store';
import { DATA_KINDS, type DataKind } from './data-kinds';
import { deleting, forgetCare } from './library-care';
import { announceChange } from './library-changes';
import { library } from './library-connection';
import { forgetSettings } from './settings';
import { forgetSite, siteMemories } from './site-memory';
import { addedSites, removeSite } from './sites';
import { configureSync } from './sync';

async function deleteClips(): Promise<void> {
  const database = await library();
  await deleting(await database.count('clips'), () => deleteEveryClip(database));
  await forgetCare();
  announceChange();
}

async function deleteSites(): Promise<void> {
  for (const { host } of await siteMemories()) await forgetSite(host);
  for (const site of await addedSites()) await removeSite(site);
}

const DELETIONS: Record<DataKind, () => Promise<unknown>> = {
  clips: deleteClips,
  drafts: async () => deleteEveryDraft(await library()),
  sites: deleteSites,
  settings: forgetSettings,
  sync: () => configureSync({ what: 'forget' }),
};

/**
 * Deletes the data of these kinds; for `sites`, the permissions that were given for them as well. A server that is
 * forgotten goes first: it is not told of the clips that go after it, and keeps its copies.
 */
export async function deleteData(kinds: readonly DataKind[]): Promise<void> {
  for (const kind of DATA_KINDS) if (kinds.includes(kind)) await DELETIONS[kind]();
}
