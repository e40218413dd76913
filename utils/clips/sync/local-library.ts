/** The library on this machine, as sync sees it. It can add versions and change headers; it cannot delete. */
import type { Clip, ClipVersion } from '../clip';
import type { ClipFields } from './header-file';
import type { VersionKey } from './names';

/** What becomes of a clip. */
export interface Settlement {
  /** The clip that is taken on from, with all its versions; null for one that is new here. */
  from: Clip | null;
  /** Differs from the id of `from` when another machine made a clip of the same address first. */
  id: string;
  url: string;
  fields: ClipFields;
  /** Versions that are not here yet. */
  add: readonly ClipVersion[];
  /** The numbers that versions were uploaded under, by save id. */
  uploadedAs: ReadonlyMap<string, number>;
}

export interface LocalLibrary {
  clips(): Promise<Clip[]>;
  versionKeys(): Promise<VersionKey[]>;
  /** Undefined when it is not there any more. */
  version(key: VersionKey): Promise<ClipVersion | undefined>;
  /**
   * Settles a clip in one transaction. `decide` gets the clip with this id and the one with this address, as they are at
   * that moment; what it returns is done, or nothing when it returns null. Resolves to that, after the commit.
   */
  settle(
    at: { id: string; url: string },
    decide: (withId: Clip | undefined, atUrl: Clip | undefined) => Settlement | null,
  ): Promise<Settlement | null>;
}
