/**
 * Reads the library's own file (see json.ts) from bytes that nobody vouches for, clip by clip, in bounded memory.
 * A clip is taken only when every field of it has its type; what is not taken is reported with its line and the reason.
 */
import * as v from 'valibot';
import { type ClipWithVersions, SCHEMA_VERSION } from '../clip';
import { ClipSchema, ClipVersionSchema } from '../record-schema';
import { type ByteLine, type ByteSource, byteLines, TooManyBytes } from './byte-lines';
import { CLOSE, ENCODING_MARK, FORMAT } from './json';

export interface ImportLimits {
  /** Of the whole file. */
  bytes: number;
  /** Of one clip with its versions. */
  clipBytes: number;
  clips: number;
  /** Objects and arrays within each other. A clip has at most 11. */
  depth: number;
}

export const LIMITS: ImportLimits = { bytes: 2 ** 30, clipBytes: 10 * 2 ** 20, clips: 1_000_000, depth: 64 };

/** Rejections that are kept; the others are counted only. */
const MOST_REJECTIONS = 1000;

/** Characters that are kept of a value that was found where another was expected. */
const MOST_RECEIVED = 80;

/** Why nothing of a file is taken. */
export type Refusal =
  | { code: 'empty' }
  /** Not a library, or one that another program has laid out anew. */
  | { code: 'not-a-library' }
  /** Neither UTF-8 nor GB18030. */
  | { code: 'encoding' }
  /** Written by a newer Qingyue; `supported` is the newest version that can be read. */
  | { code: 'newer-version'; version: number; supported: number }
  | { code: 'too-large'; limit: number }
  | { code: 'too-many-clips'; limit: number };

/** Why a clip is not taken. */
export type Fault =
  /** The file ends within the clip. */
  | { code: 'cut-off' }
  | { code: 'too-large'; limit: number }
  | { code: 'too-deep'; limit: number }
  | { code: 'encoding' }
  | { code: 'not-json' }
  /** `path` is dotted, as in `clip.card.people.0.name`; empty for the whole record. */
  | { code: 'wrong-type'; path: string; expected: string; received: string }
  | { code: 'newer-version'; version: number; supported: number }
  | { code: 'no-version' }
  /** A version that says it is another clip's. */
  | { code: 'foreign-version'; clipId: string }
  | { code: 'duplicate-version'; number: number }
  /** A version newer than the one that the clip calls its newest. */
  | { code: 'version-beyond-latest'; number: number }
  /** The file holds a clip of this id before. */
  | { code: 'duplicate-clip' };

export interface Rejection {
  /** Line of the file, from 1. */
  line: number;
  /** The clip's id, where it can be read. */
  id: string | null;
  fault: Fault;
}

export interface ReadReport {
  /** Null when the file could be read; the clips that were read before it are not to be used when it is not. */
  refused: Refusal | null;
  encoding: Encoding;
  /** Clips in the file, taken or not. */
  clips: number;
  /** The first thousand, in the order of the file. */
  rejected: Rejection[];
  rejectedCount: number;
  /** The file ends before its closing line: clips may be missing. */
  cutOff: boolean;
}

export interface ImportReport extends Omit<ReadReport, 'clips'> {
  /** Those that were taken, in the order of the file, versions newest first. None when the file is refused. */
  clips: ClipWithVersions[];
}

export type Encoding = 'utf-8' | 'gb18030';

const Entry = v.object({ clip: ClipSchema, versions: v.array(ClipVersionSchema) });
const Head = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
/** What can be said of a record that is not a clip of this version. */
const Named = v.object({ clip: v.object({ id: v.string(), schema: v.optional(v.number()) }) });

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Null when the bytes are not of that encoding. Takes a byte order mark off. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Null when the text is not JSON. */
function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The encoding by the mark in the head; a head without a mark is taken as UTF-8. */
function decodeHead(bytes: Uint8Array): { head: string; encoding: Encoding } {
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return { head: utf8, encoding: 'utf-8' };
  const gb18030 = decode(bytes, 'gb18030');
  if (gb18030?.includes(ENCODING_MARK)) return { head: gb18030, encoding: 'gb18030' };
  throw new Refused({ code: 'encoding' });
}

/** Reads the first line. Throws Refused unless it is the head of a library that can be read. */
function readHead({ bytes }: ByteLine): Encoding {
  if (bytes === null) throw new Refused({ code: 'not-a-library' });
  const { head, encoding } = decodeHead(bytes);
  const result = v.safeParse(Head, parse(head.trim() + CLOSE)?.value);
  if (!result.success) throw new Refused({ code: 'not-a-library' });
  const { version } = result.output;
  if (version > SCHEMA_VERSION) throw new Refused({ code: 'newer-version', version, supported: SCHEMA_VERSION });
  return encoding;
}

/** Whether objects and arrays of the JSON text stand more than `most` deep in each other. Text within quotes is skipped. */
function isDeeper(json: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfString(json, at);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > most) return true;
  }
  return false;
}

/** Index of the quote that closes the string opened at `start`; the end of the text when none does. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
  return json.length;
}

/** What the versions of a clip have to be to each other and to their clip. */
function faultOfVersions({ clip, versions }: ClipWithVersions): Fault | null {
  if (versions.length === 0) return { code: 'no-version' };
  const numbers = new Set<number>();
  for (const { clipId, number } of versions) {
    if (clipId !== clip.id) return { code: 'foreign-version', clipId };
    if (numbers.has(number)) return { code: 'duplicate-version', number };
    if (number > clip.latest) return { code: 'version-beyond-latest', number };
    numbers.add(number);
  }
  return null;
}

type Checked = { entry: ClipWithVersions } | { id: string | null; fault: Fault };

/** A record with all its fields checked and none but the known ones. */
function check(record: unknown): Checked {
  const named = v.safeParse(Named, record);
  const id = named.success ? named.output.clip.id : null;
  const version = named.success ? (named.output.clip.schema ?? 0) : 0;
  if (version > SCHEMA_VERSION) {
    return { id, fault: { code: 'newer-version', version, supported: SCHEMA_VERSION } };
  }
  const result = v.safeParse(Entry, record, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue) ?? '';
    const expected = issue.expected ?? issue.type;
    return { id, fault: { code: 'wrong-type', path, expected, received: issue.received.slice(0, MOST_RECEIVED) } };
  }
  const fault = faultOfVersions(result.output);
  if (fault) return { id, fault };
  const { clip, versions } = result.output;
  return { entry: { clip, versions: versions.sort((a, b) => b.number - a.number) } };
}

function readClip({ bytes, ended }: ByteLine, encoding: Encoding, limits: ImportLimits): Checked {
  const rejected = (fault: Fault): Checked => ({ id: null, fault });
  if (bytes === null) return rejected({ code: 'too-large', limit: limits.clipBytes });
  const text = decode(bytes, encoding);
  if (text === null) return rejected({ code: ended ? 'encoding' : 'cut-off' });
  const json = text.trim().replace(/,$/, '');
  if (isDeeper(json, limits.depth)) return rejected({ code: 'too-deep', limit: limits.depth });
  const parsed = parse(json);
  if (!parsed) return rejected({ code: ended ? 'not-json' : 'cut-off' });
  return check(parsed.value);
}

const CLOSE_BYTES = new TextEncoder().encode(CLOSE);

const isClose = ({ bytes }: ByteLine) => bytes !== null && CLOSE_BYTES.every((byte, index) => bytes[index] === byte);

const isBlank = ({ bytes }: ByteLine) => bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/**
 * Reads a file and hands each clip that is sound to `take` as soon as its line is read, one after the other.
 * Whoever keeps the clips has to drop them when the report says that the file is refused: that can show late.
 */
export async function readClips(
  source: ByteSource,
  take: (entry: ClipWithVersions, line: number) => void | Promise<void>,
  limits: ImportLimits = LIMITS,
): Promise<ReadReport> {
  const report: ReadReport = {
    refused: null,
    encoding: 'utf-8',
    clips: 0,
    rejected: [],
    rejectedCount: 0,
    cutOff: true,
  };
  const ids = new Set<string>();
  const reject = (line: number, id: string | null, fault: Fault) => {
    if (report.rejectedCount++ < MOST_REJECTIONS) report.rejected.push({ line, id, fault });
  };
  try {
    let headIsRead = false;
    for await (const line of byteLines(source, { bytes: limits.bytes, lineBytes: limits.clipBytes })) {
      if (!headIsRead) {
        report.encoding = readHead(line);
        headIsRead = true;
        continue;
      }
      if (isBlank(line)) continue;
      if (isClose(line)) {
        report.cutOff = false;
        break;
      }
      if (++report.clips > limits.clips) throw new Refused({ code: 'too-many-clips', limit: limits.clips });
      const checked = readClip(line, report.encoding, limits);
      if ('fault' in checked) {
        reject(line.number, checked.id, checked.fault);
      } else if (ids.has(checked.entry.clip.id)) {
        reject(line.number, checked.entry.clip.id, { code: 'duplicate-clip' });
      } else {
        ids.add(checked.entry.clip.id);
        await take(checked.entry, line.number);
      }
    }
    if (!headIsRead) throw new Refused({ code: 'empty' });
  } catch (error) {
    if (error instanceof TooManyBytes) report.refused = { code: 'too-large', limit: limits.bytes };
    else if (error instanceof Refused) report.refused = error.refusal;
    else throw error;
  }
  return report;
}

/** Reads a file whole: the clips that are sound, and a report of the others. */
export async function readJson(source: ByteSource, limits: ImportLimits = LIMITS): Promise<ImportReport> {
  const clips: ClipWithVersions[] = [];
  const report = await readClips(source, (entry) => void clips.push(entry), limits);
  return { ...report, clips: report.refused ? [] : clips };
}
