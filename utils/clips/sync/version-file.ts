/**
 * The file of one version on the server. It is written once and never changed.
 * It is a library file with a single clip in it, so whoever has only the server's folder can import it by hand.
 */
import { cardOf } from '../card';
import { type Clip, type ClipVersion, SCHEMA_VERSION } from '../clip';
import { FORMAT, toJson } from '../formats/json';
import { isClipVersion } from '../record-schema';
import { parseJson, type Unreadable } from './header-file';

/** The largest version file that is written or read, in bytes. The longest document of a portal takes a tenth of it. */
export const MAX_VERSION_BYTES = 32_000_000;

/** The clip as if this were its only version. What the reader says of it is in the header file, where it can change. */
function clipOf({ id, url, createdAt }: Clip, version: ClipVersion): Clip {
  return {
    schema: SCHEMA_VERSION,
    id,
    url,
    title: version.article.title,
    latest: version.number,
    createdAt,
    updatedAt: version.savedAt,
    note: '',
    tags: [],
    starred: false,
    trashedAt: null,
    card: cardOf(version),
  };
}

export async function encodeVersion(clip: Clip, version: ClipVersion): Promise<Uint8Array> {
  const pieces: string[] = [];
  for await (const piece of toJson([{ clip: clipOf(clip, version), versions: [version] }])) pieces.push(piece);
  return new TextEncoder().encode(pieces.join(''));
}

/** The parts of a library file that are looked at. */
interface VersionFile {
  format?: unknown;
  version?: unknown;
  clips?: { versions?: unknown[] }[];
}

/** Reads the file of the version that was saved as `saveId`; nothing of what the server sends is taken on trust. */
export function decodeVersion(bytes: Uint8Array, saveId: string): ClipVersion | Unreadable {
  const { format, version: schema, clips } = (parseJson(bytes) ?? {}) as VersionFile;
  if (format !== FORMAT) return 'damaged';
  if (typeof schema === 'number' && schema > SCHEMA_VERSION) return 'newer';
  const version = Array.isArray(clips) ? clips[0]?.versions?.[0] : undefined;
  return isClipVersion(version) && version.saveId === saveId ? version : 'damaged';
}
