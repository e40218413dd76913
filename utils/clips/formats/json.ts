/**
 * The library's own file: complete, lossless, and canonical, so that the same clips are always the same bytes.
 *
 * It is JSON whose lines mean something: the first line is the head, each clip with all its versions is a line, and the
 * last line closes the file. A file that was cut off loses no more than its last line, and is read line by line.
 * Keys stand in the order of UTF-16 code units (RFC 8785, section 3.2.3; a key that is an integer comes first, as
 * ECMAScript orders them). Lone surrogates and controls are escaped, so a file is always valid UTF-8.
 */
import { type ClipWithVersions, SCHEMA_VERSION } from '../clip';

export const FORMAT = 'qingyue-library';

/** Stands in the head, for an encoding to be told by: no other encoding of Chinese has these bytes. */
export const ENCODING_MARK = '清阅';

/** The last line. The head with it behind is JSON. */
export const CLOSE = ']}';

/** The version of the format is the schema of the records in it. */
const HEAD = `{"format":"${FORMAT}","name":"${ENCODING_MARK}","version":${SCHEMA_VERSION},"clips":[`;

/** The same value with the keys of every object in order. Records are a dozen levels deep, so recursion is safe. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, held]) => [key, inKeyOrder(held)]));
}

function lineOf({ clip, versions }: ClipWithVersions): string {
  const ordered = { clip, versions: [...versions].sort((a, b) => a.number - b.number) };
  return JSON.stringify(inKeyOrder(ordered));
}

/** An array can be put in the order of the clips' ids; a stream is taken as it comes. */
function inIdOrder(
  entries: Iterable<ClipWithVersions> | AsyncIterable<ClipWithVersions>,
): Iterable<ClipWithVersions> | AsyncIterable<ClipWithVersions> {
  return Array.isArray(entries) ? [...entries].sort((a, b) => (a.clip.id < b.clip.id ? -1 : 1)) : entries;
}

/**
 * The file in pieces of one line each, so that it never stands in memory whole.
 * For the same bytes each time a stream has to come in the order of ids (UTF-16 code units), as IndexedDB gives it.
 */
export async function* toJson(
  entries: Iterable<ClipWithVersions> | AsyncIterable<ClipWithVersions>,
): AsyncGenerator<string, void> {
  yield HEAD;
  let separator = '\n';
  for await (const entry of inIdOrder(entries)) {
    yield separator + lineOf(entry);
    separator = ',\n';
  }
  yield `\n${CLOSE}\n`;
}
