/** The file of a clip's header on the server: what the reader said of the clip, or that it was deleted. */
import * as v from 'valibot';
import { type Clip, SCHEMA_VERSION } from '../clip';
import { PageAddress } from '../record-schema';
import { isSyncableId } from './names';

/** The largest header file that is read, in bytes. */
export const MAX_HEADER_BYTES = 2_000_000;

/** How many earlier revisions a file names. A machine that has been away for longer merges without a common base. */
const MAX_ANCESTORS = 100;

/** Notes of two machines may be joined, so this is above what one may type. */
const MAX_NOTE = 400_000;
const MAX_TAGS = 1_000;
const MAX_TEXT = 10_000;

const Id = v.pipe(v.string(), v.check(isSyncableId));
const Time = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const Lineage = {
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: Id,
  /** Made anew for every write of the file. */
  revision: v.pipe(v.string(), v.maxLength(64)),
  /** The revisions this one was made from, newest first. */
  ancestors: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(2 * MAX_ANCESTORS)),
};

const LiveSchema = v.object({
  kind: v.literal('clip'),
  ...Lineage,
  url: v.pipe(PageAddress, v.maxLength(MAX_TEXT)),
  createdAt: Time,
  updatedAt: Time,
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_TEXT))), v.maxLength(MAX_TAGS)),
  starred: v.boolean(),
  trashedAt: v.nullable(Time),
});

const TombstoneSchema = v.object({ kind: v.literal('deleted'), ...Lineage, deletedAt: Time });

const HeaderFileSchema = v.variant('kind', [LiveSchema, TombstoneSchema]);

export type LiveHeader = v.InferOutput<typeof LiveSchema>;
/** Keeps other machines from bringing a deleted clip back. */
export type Tombstone = v.InferOutput<typeof TombstoneSchema>;
export type HeaderFile = LiveHeader | Tombstone;

/** The fields of a clip that travel. The others follow from its versions. */
export type ClipFields = Pick<Clip, 'createdAt' | 'updatedAt' | 'note' | 'tags' | 'starred' | 'trashedAt'>;

export function fieldsOf({ createdAt, updatedAt, note, tags, starred, trashedAt }: ClipFields): ClipFields {
  return { createdAt, updatedAt, note, tags, starred, trashedAt };
}

export function sameFields(a: ClipFields, b: ClipFields): boolean {
  return JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}

/** What a file does not have to be to be read: damaged ones may be replaced, those of a newer Qingyue may not. */
export type Unreadable = 'damaged' | 'newer';

function lineage(id: string, revision: string, parents: readonly HeaderFile[]) {
  const ancestors = parents.flatMap((parent) => [parent.revision, ...parent.ancestors]);
  return { schema: SCHEMA_VERSION, id, revision, ancestors: [...new Set(ancestors)].slice(0, MAX_ANCESTORS) };
}

/** The next file for a clip, after `parents`. */
export function liveHeader(clip: Clip, revision: string, parents: readonly HeaderFile[]): LiveHeader {
  return { kind: 'clip', ...lineage(clip.id, revision, parents), url: clip.url, ...fieldsOf(clip) };
}

export function tombstone(id: string, deletedAt: string, revision: string, parents: readonly HeaderFile[]): Tombstone {
  return { kind: 'deleted', ...lineage(id, revision, parents), deletedAt };
}

/** True when `later` is `earlier` or was made in knowledge of it. */
export function descends(later: HeaderFile, earlier: HeaderFile): boolean {
  return later.revision === earlier.revision || later.ancestors.includes(earlier.revision);
}

export function encodeHeader(file: HeaderFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

/** Reads the file of the clip `id`; nothing of what the server sends is taken on trust. */
export function decodeHeader(bytes: Uint8Array, id: string): HeaderFile | Unreadable {
  const value = parseJson(bytes);
  if (isNewer(value)) return 'newer';
  const { success, output } = v.safeParse(HeaderFileSchema, value);
  return success && output.id === id ? output : 'damaged';
}

/** The JSON in `bytes` (UTF-8), or undefined. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** True for an object that says a newer schema than this Qingyue's. */
export function isNewer(value: unknown): boolean {
  const schema = (value as { schema?: unknown } | null | undefined)?.schema;
  return typeof schema === 'number' && schema > SCHEMA_VERSION;
}
