/** A saved page or a text file becomes the record that the command line prints. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import { type DocumentCard, linesOf } from '../utils/article/article';
import { findArticle } from '../utils/article/find';
import type { DateItem, Digest, Place } from '../utils/digest/digest';
import { digestInputOf } from '../utils/digest/digest-input';
import { makeDigest } from '../utils/digest/make-digest';
import { type Reading, readFound, readText } from '../utils/reading';
import { detectScripts } from '../utils/script/detect';
import type { Script } from '../utils/script/script';

/** One line of `digest --json`. The keys stand in the order in which they are printed. */
export interface FileRecord {
  file: string;
  script: 'traditional' | 'simplified' | 'mixed' | 'other';
  repairs: { annotations: number; shiftedRuns: number };
  article: {
    title: string;
    /** `YYYY-MM-DD` */
    published: string | null;
    source: string | null;
    /** Repaired, unconverted; paragraphs joined by `\n`. */
    text: string;
    document: DocumentCard | null;
  } | null;
  people: { name: string; simplified: string; roles: string[]; mentions: number }[];
  places: { name: string; simplified: string; kind: Place['kind']; chain: string[]; mentions: number }[];
  organisations: { name: string; mentions: number }[];
  dates: Pick<DateItem, 'text' | 'iso' | 'basis'>[];
}

export interface DigestOptions {
  /** Address of the page; the file's own when it is not given. */
  url?: string | undefined;
  /** `YYYY-MM-DD`, stronger than what the page says. */
  published?: string | undefined;
}

/** Where a page declares its encoding, it does so in the first bytes (HTML, 13.2.3.2). */
const DECLARATION_BYTES = 1024;
const DECLARATION = /<meta[^>]*charset/i;

/** The text of bytes in a Unicode encoding: UTF-16 by its mark, UTF-8 by being valid; null for any other encoding. */
function decodeUnicode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of bytes that do not say how they are encoded: Unicode where it can be told, else GB 18030. */
export function decodeText(bytes: Uint8Array): string {
  return decodeUnicode(bytes) ?? new TextDecoder('gb18030').decode(bytes);
}

/**
 * Bytes that are Unicode are read so whatever the page declares: programs that save pages write UTF-8 and leave the
 * declaration of what was sent. Otherwise the declaration counts.
 */
function parsePage(bytes: Buffer, url: string): JSDOM {
  const options = { url, virtualConsole: new VirtualConsole() };
  const text = decodeUnicode(bytes);
  if (text !== null) return new JSDOM(text, options);
  const declared = DECLARATION.test(bytes.subarray(0, DECLARATION_BYTES).toString('latin1'));
  return new JSDOM(declared ? bytes : decodeText(bytes), options);
}

/** What a file holds: an article, or nothing but a script that its text is in. */
type Contents = { reading: Reading } | { reading: null; script: Script };

function readPage(bytes: Buffer, url: string): Contents {
  const { window } = parsePage(bytes, url);
  try {
    const found = findArticle(window.document, { url });
    if ('article' in found) return { reading: readFound(found) };
    return { reading: null, script: detectScripts([window.document.body?.textContent ?? '']).page };
  } finally {
    window.close();
  }
}

function readTextFile(bytes: Buffer, url: string): Contents {
  const reading = readText(decodeText(bytes), url);
  return reading === null ? { reading, script: 'other' } : { reading };
}

const READERS = new Map([
  ['.html', readPage],
  ['.htm', readPage],
  ['.shtml', readPage],
  ['.xhtml', readPage],
  ['.txt', readTextFile],
]);

/** Reads a file and digests it. Throws when the file cannot be read or is of another kind. */
export async function digestFile(file: string, { url, published }: DigestOptions = {}): Promise<FileRecord> {
  const read = READERS.get(extname(file).toLowerCase());
  if (!read) throw new Error(`not one of ${[...READERS.keys()].join(' ')}`);
  const contents = read(await readFile(file), url ?? pathToFileURL(file).href);
  if (contents.reading === null) return recordWithoutArticle(file, contents.script);
  const input = digestInputOf(contents.reading);
  const day = published ?? input.published;
  return recordOf(file, contents.reading, day, makeDigest({ ...input, published: day }));
}

/** The record names the scripts of Chinese; every other one is `other`. */
function chineseScript(script: Script): FileRecord['script'] {
  return script === 'japanese' || script === 'korean' ? 'other' : script;
}

function recordWithoutArticle(file: string, script: Script): FileRecord {
  return {
    file,
    script: chineseScript(script),
    repairs: { annotations: 0, shiftedRuns: 0 },
    article: null,
    people: [],
    places: [],
    organisations: [],
    dates: [],
  };
}

function recordOf(
  file: string,
  { article, script, repair }: Reading,
  published: string | null,
  { people, places, organisations, dates }: Digest,
): FileRecord {
  return {
    file,
    script: chineseScript(script),
    repairs: { annotations: repair.annotations, shiftedRuns: repair.shiftedRuns },
    article: {
      title: article.title,
      published,
      source: article.source?.value ?? null,
      text: linesOf(article.blocks).join('\n'),
      document: article.document,
    },
    people: people.map(({ name, simplified, roles, mentions }) => ({
      name,
      simplified,
      roles,
      mentions: mentions.length,
    })),
    places: places.map(({ name, simplified, kind, chain, mentions }) => ({
      name,
      simplified,
      kind,
      chain,
      mentions: mentions.length,
    })),
    organisations: organisations.map(({ name, mentions }) => ({ name, mentions: mentions.length })),
    dates: dates.map(({ text, iso, basis }) => ({ text, iso, basis })),
  };
}
