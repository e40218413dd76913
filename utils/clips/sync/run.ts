/**
 * One synchronisation: take in what other machines did, hand out what this one did, pass on deletions.
 * Each request is followed by a note in memory, so a run that ends after any of them is taken up by the next.
 * Versions are only ever added. Servers that ignore conditional writes can let one header overwrite another; every header
 * names the revisions it was made from, so the machine whose write was lost sees that and merges it in again.
 */
import type { Clip, ClipVersion } from '../clip';
import {
  decodeHeader,
  descends,
  encodeHeader,
  fieldsOf,
  type HeaderFile,
  type LiveHeader,
  liveHeader,
  MAX_HEADER_BYTES,
  sameFields,
  type Tombstone,
  tombstone,
  type Unreadable,
} from './header-file';
import type { LocalLibrary, Settlement } from './local-library';
import { blankMemory, type ClipMemory, type SyncMemory } from './memory';
import { mergeFields } from './merge-fields';
import { addVersion, headerName, isSyncableId, type Listing, readListing, type VersionKey, versionName } from './names';
import {
  type Burial,
  groupKeys,
  type Pull,
  type Push,
  planBurials,
  planPulls,
  planPushes,
  type Situation,
  uploadedNumbers,
} from './plan';
import { forEachBounded } from './pool';
import { RemoteError, type RemoteFolder, type WriteCondition } from './remote-folder';
import { decodeVersion, encodeVersion, MAX_VERSION_BYTES } from './version-file';

/** Requests under way at once; servers for private people throttle more. */
const CONCURRENCY = 4;
/** Another machine that writes at the same moment makes a further pass necessary; one that keeps writing is left to the next run. */
const MAX_PASSES = 3;

export interface SyncParts {
  library: LocalLibrary;
  memory: SyncMemory;
  remote: RemoteFolder;
  /** Makes the name of a revision: any string that is never made twice. */
  makeId: () => string;
  /** ISO 8601, UTC. */
  now: () => string;
}

export interface SyncReport {
  /** Versions and headers written to the server. */
  uploaded: number;
  /** Versions and headers taken from it. */
  downloaded: number;
  /** Clips deleted on the server because they were deleted here. */
  deleted: number;
  /** Files that were left alone, each with why. */
  refused: { name: string; reason: 'damaged' | 'newer' | 'too-large' }[];
  /** False when other machines kept writing; the next run goes on. */
  complete: boolean;
}

/** @throws RemoteError when the server fails; what was done until then stays done, and the next run goes on from there. */
export async function synchronise(parts: SyncParts): Promise<SyncReport> {
  const report: SyncReport = { uploaded: 0, downloaded: 0, deleted: 0, refused: [], complete: false };
  for (let pass = 0; pass < MAX_PASSES && !report.complete; pass++) {
    report.refused = [];
    report.complete = await new Pass(parts, report, readListing(await parts.remote.list())).run();
  }
  return report;
}

/** One look at the server and all that follows from it. */
class Pass {
  private readonly memory = new Map<string, ClipMemory>();
  /** Clips whose header on the server must stay as it is. */
  private readonly untouchable = new Set<string>();
  private complete = true;

  constructor(
    private readonly parts: SyncParts,
    private readonly report: SyncReport,
    private readonly listing: Listing,
  ) {}

  /** Resolves to false when somebody else wrote in the meantime, so that another look is needed. */
  async run(): Promise<boolean> {
    for (const memory of await this.parts.memory.all()) this.memory.set(memory.id, memory);
    await this.settleMemory();
    await forEachBounded(planPulls(await this.situation()), CONCURRENCY, (pull) => this.pull(pull));
    await forEachBounded(planPushes(await this.situation()), CONCURRENCY, (push) => this.push(push));
    await forEachBounded(planBurials(await this.situation()), CONCURRENCY, (burial) => this.bury(burial));
    return this.complete;
  }

  private async situation(): Promise<Situation> {
    const { library } = this.parts;
    const [clips, keys] = await Promise.all([library.clips(), library.versionKeys()]);
    const { listing, memory } = this;
    return { listing, memory, clips: new Map(clips.map((clip) => [clip.id, clip])), keys: groupKeys(keys) };
  }

  private memoryOf(id: string): ClipMemory {
    return this.memory.get(id) ?? blankMemory(id);
  }

  private async remember(id: string, change: Partial<ClipMemory>): Promise<void> {
    const memory = { ...this.memoryOf(id), ...change };
    this.memory.set(id, memory);
    await this.parts.memory.put(memory);
  }

  /** Takes up deletions, and forgets files that somebody took off the server by hand. */
  private async settleMemory(): Promise<void> {
    const here = new Set((await this.parts.library.clips()).map(({ id }) => id));
    for (const id of await this.parts.memory.deletions()) {
      if (!here.has(id)) await this.remember(id, { bury: 'deleted' });
      await this.parts.memory.endDeletion(id);
    }
    for (const { id, bury, file } of [...this.memory.values()]) {
      if (bury && here.has(id)) await this.remember(id, { bury: null });
      if (file && !this.listing.headers.has(id)) await this.remember(id, { file: null, etag: null, followed: null });
    }
  }

  private refuse(name: string, reason: SyncReport['refused'][number]['reason']): void {
    this.report.refused.push({ name, reason });
  }

  /** The content of a file, or why there is none; the report says so too. */
  private async read<T extends object>(
    name: string,
    limit: number,
    decode: (bytes: Uint8Array) => T | Unreadable,
  ): Promise<T | Unreadable | 'too-large' | 'gone'> {
    try {
      const content = decode(await this.parts.remote.read(name, limit));
      if (typeof content === 'string') this.refuse(name, content);
      else this.report.downloaded++;
      return content;
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      if (error.failure === 'not-found') {
        this.complete = false; // removed since the listing
        return 'gone';
      }
      if (error.failure !== 'too-large') throw error;
      this.refuse(name, 'too-large');
      return 'too-large';
    }
  }

  private async pull({ id, etag, readHeader, versions }: Pull): Promise<void> {
    const known = this.memoryOf(id);
    const file = readHeader ? await this.readHeader(id, etag) : known.file;
    if (!file) return;
    const unchanged = file.revision === known.file?.revision;
    if (unchanged && (file.kind === 'deleted' || known.bury === 'deleted')) return this.remember(id, { etag });
    if (file.kind === 'deleted') return this.follow(id, etag, file);

    const add: ClipVersion[] = [];
    for (const { name, saveId } of versions) {
      const version = await this.read(name, MAX_VERSION_BYTES, (bytes) => decodeVersion(bytes, saveId));
      if (typeof version !== 'string') add.push(version);
    }
    await this.takeIn(id, etag, file, add);
  }

  private async readHeader(id: string, etag: string | null): Promise<HeaderFile | null> {
    const file = await this.read(headerName(id), MAX_HEADER_BYTES, (bytes) => decodeHeader(bytes, id));
    // A damaged header is written again by whoever has the clip or deleted it; others are not ours to replace.
    const { pending, file: known } = this.memoryOf(id);
    if (file === 'damaged') await this.remember(id, { file: null, pending: pending ?? known, etag });
    else if (typeof file === 'string') this.untouchable.add(id);
    return typeof file === 'string' ? null : file;
  }

  /** Merges a live header and new versions into the library. */
  private async takeIn(id: string, etag: string | null, file: LiveHeader, add: ClipVersion[]): Promise<void> {
    const settled = await this.parts.library.settle({ id, url: file.url }, (withId, atUrl) =>
      this.settlement(file, add, withId, atUrl),
    );
    if (!settled) return;
    const replaced = settled.from && settled.from.id !== settled.id ? settled.from.id : null;
    // What moved into another clip leaves its old place on the server once it is whole in the new one.
    if (replaced !== null) await this.remember(replaced, { bury: 'moved' });
    const whole = [...new Set([...this.memoryOf(id).whole, ...add.map(({ saveId }) => saveId)])];
    const bury = settled.id === id ? null : 'moved';
    await this.remember(id, { etag, file, pending: null, whole, followed: null, bury });
  }

  /** Of two clips of one address, every machine keeps the one whose id sorts first. */
  private settlement(
    file: LiveHeader,
    add: ClipVersion[],
    withId: Clip | undefined,
    atUrl: Clip | undefined,
  ): Settlement | null {
    if (withId && withId.url !== file.url) return null;
    const from = withId ?? atUrl ?? null;
    if (!from && add.length === 0) return null;
    const id = from && isSyncableId(from.id) && from.id < file.id ? from.id : file.id;
    // Where the local clip is replaced, its own memory holds the base; else that of the file does.
    const base = this.baseOf(from && from.id !== file.id && id === file.id ? from.id : file.id, file);
    const fields = from ? mergeFields(base, from, file) : fieldsOf(file);
    const uploadedAs = new Map([...uploadedNumbers(this.listing, file.id), ...uploadedNumbers(this.listing, id)]);
    return { from, id, url: file.url, fields, add, uploadedAs };
  }

  /** The newest state that both the local clip and `file` go back to, or null when none is known. */
  private baseOf(id: string, file: HeaderFile): LiveHeader | null {
    const { pending, file: known } = this.memoryOf(id);
    const base = [pending, known].find((earlier) => earlier && descends(file, earlier));
    return base?.kind === 'clip' ? base : null;
  }

  /** Follows a tombstone: the local clip goes to the trash, unless it was changed since; then it will be sent again. */
  private async follow(id: string, etag: string | null, file: Tombstone): Promise<void> {
    const base = this.baseOf(id, file);
    const trashed = base && { ...fieldsOf(base), trashedAt: base.trashedAt ?? file.deletedAt };
    const settled = await this.parts.library.settle({ id, url: base?.url ?? '' }, (from) =>
      from && trashed && (sameFields(from, base) || sameFields(from, trashed))
        ? { from, id, url: from.url, fields: trashed, add: [], uploadedAs: uploadedNumbers(this.listing, id) }
        : null,
    );
    await this.remember(id, { etag, file, pending: null, followed: settled && trashed });
  }

  private async push({ clip, upload, verify, writeHeader }: Push): Promise<void> {
    if (this.untouchable.has(clip.id)) return;
    // Versions first: a header never speaks of what is not there.
    for (const key of upload) {
      if (await this.writeVersion(clip, key, versionName(key), { ifNoneMatch: '*' })) addVersion(this.listing, key);
    }
    for (const key of verify) await this.verify(clip, key);
    if (writeHeader) await this.writeHeader(clip);
  }

  /** False when it was not written, which is in the report. */
  private async writeVersion(clip: Clip, key: VersionKey, name: string, condition: WriteCondition): Promise<boolean> {
    const version = await this.parts.library.version(key);
    if (!version) return false;
    const bytes = await encodeVersion(clip, version);
    const written = bytes.length <= MAX_VERSION_BYTES ? await this.write(name, bytes, condition) : 'too-large';
    if (written === 'too-large') this.refuse(name, 'too-large');
    if (typeof written === 'string') return false;
    await this.rememberWhole(key);
    return true;
  }

  private rememberWhole({ clipId, saveId }: VersionKey): Promise<void> {
    return this.remember(clipId, { whole: [...this.memoryOf(clipId).whole, saveId] });
  }

  /** An upload that was cut off may have left a part of the file. */
  private async verify(clip: Clip, key: VersionKey): Promise<void> {
    const name = this.listing.versions.get(key.clipId)?.get(key.saveId)?.name;
    if (!name) return;
    const found = await this.read(name, MAX_VERSION_BYTES, (bytes) => decodeVersion(bytes, key.saveId));
    if (found === 'damaged') await this.writeVersion(clip, key, name, 'always');
    else if (typeof found !== 'string') await this.rememberWhole(key);
  }

  private async writeHeader(clip: Clip): Promise<void> {
    const file = liveHeader(clip, this.parts.makeId(), this.parentsOf(clip.id));
    await this.replaceHeader(file, { followed: null, bury: null });
  }

  /** The headers that the next one takes the place of. */
  private parentsOf(id: string): HeaderFile[] {
    const { pending, file } = this.memoryOf(id);
    return [pending, file].filter((parent) => parent !== null);
  }

  /** Writes a header over the one that was last read. */
  private async replaceHeader(file: HeaderFile, change: Partial<ClipMemory>): Promise<boolean> {
    const { id } = file;
    const etag = this.listing.headers.get(id);
    const condition =
      etag === undefined ? ({ ifNoneMatch: '*' } as const) : etag === null ? 'always' : { ifMatch: etag };
    await this.remember(id, { pending: file });
    const written = await this.write(headerName(id), encodeHeader(file), condition);
    if (typeof written === 'string') return false;
    this.listing.headers.set(id, written.etag);
    await this.remember(id, { ...change, file, etag: written.etag, pending: null });
    return true;
  }

  private async write(
    name: string,
    bytes: Uint8Array,
    condition: WriteCondition,
  ): Promise<{ etag: string | null } | 'conflict' | 'too-large'> {
    try {
      const etag = await this.parts.remote.write(name, bytes, condition);
      this.report.uploaded++;
      return { etag };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      if (error.failure === 'conflict') this.complete = false;
      if (error.failure === 'conflict' || error.failure === 'too-large') return error.failure;
      throw error;
    }
  }

  private async bury({ id, writeTombstone, remove }: Burial): Promise<void> {
    if (writeTombstone) {
      const stone = tombstone(id, this.parts.now(), this.parts.makeId(), this.parentsOf(id));
      if (!(await this.replaceHeader(stone, {}))) return;
      this.report.deleted++;
    }
    for (const { name } of remove) await this.parts.remote.remove(name);
    this.listing.versions.delete(id);
    await this.remember(id, { bury: null, whole: [] });
  }
}
