/** File names on the server, written and read in one place. A name that is not exactly one of ours is never touched. */
import type { RemoteFile } from './remote-folder';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ID = new RegExp(`^${UUID}$`);
const HEADER = new RegExp(`^clips/(${UUID})\\.json$`);
const VERSION = new RegExp(`^versions/(${UUID})-([1-9]\\d{0,5})-(${UUID})\\.json$`);

/** The folders below the sync folder. */
export const FOLDERS = ['clips', 'versions'] as const;

export interface VersionKey {
  clipId: string;
  number: number;
  saveId: string;
}

/** True for the ids Qingyue makes (lower-case UUIDs). Clips with other ids have no place on the server. */
export function isSyncableId(id: string): boolean {
  return ID.test(id);
}

export function headerName(clipId: string): string {
  return `clips/${clipId}.json`;
}

export function versionName({ clipId, number, saveId }: VersionKey): string {
  return `versions/${clipId}-${number}-${saveId}.json`;
}

/** A version as it was found on the server. */
export interface ListedVersion extends VersionKey {
  name: string;
}

/** What the server holds. */
export interface Listing {
  /** Tag of each header file by clip id. */
  headers: Map<string, string | null>;
  /** By clip id, then by save id. */
  versions: Map<string, Map<string, ListedVersion>>;
}

/** Sorts a folder's files into headers and versions. Two files of one version count as the one with the smaller number. */
export function readListing(files: readonly RemoteFile[]): Listing {
  const listing: Listing = { headers: new Map(), versions: new Map() };
  for (const { name, etag } of files) {
    const [, headerId] = HEADER.exec(name) ?? [];
    if (headerId !== undefined) listing.headers.set(headerId, etag);
    const [, clipId, number, saveId] = VERSION.exec(name) ?? [];
    if (clipId !== undefined && saveId !== undefined) addVersion(listing, { clipId, number: Number(number), saveId });
  }
  return listing;
}

/** Puts a version into the listing, as after its upload. */
export function addVersion(listing: Listing, key: VersionKey): void {
  const ofClip = listing.versions.get(key.clipId) ?? new Map<string, ListedVersion>();
  listing.versions.set(key.clipId, ofClip);
  const known = ofClip.get(key.saveId);
  if (!known || key.number < known.number) ofClip.set(key.saveId, { ...key, name: versionName(key) });
}
