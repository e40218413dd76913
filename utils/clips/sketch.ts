/**
 * Sketches of texts: a few numbers that tell how much of one text stands in another, without the texts.
 *
 * A. Broder, On the resemblance and containment of documents, 1997 (https://doi.org/10.1109/SEQUEN.1997.666900): the
 * smallest hashes of a text's n-grams are a random sample of them, the same sample for the same n-grams in any text.
 */

/** Characters of an n-gram: about two Chinese words. */
const GRAM = 4;

/** Numbers of a sketch. For texts of like length, a containment of 0.9 is estimated within ±0.08 (two standard deviations). */
const SKETCH_SIZE = 64;

/** With fewer different n-grams a text is a formula that others share: 图片新闻, 附件下载. */
const FEWEST_GRAMS = 40;

/** 30 bits: small integers, which engines store and copy at half the cost of others. */
const HASH_BITS = 30;

const NOT_TEXT = /[^\p{L}\p{N}]+/gu;

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/**
 * The smallest hashes of the text's n-grams, ascending, at most 64; empty for a short text. Expects the search form.
 * Punctuation and white space do not count, nor do n-grams of digits only: counters and numbers of documents.
 */
export function sketchOf(normalised: string): number[] {
  const text = normalised.replace(NOT_TEXT, '');
  const hashes = new Uint32Array(Math.max(0, text.length - GRAM + 1));
  let count = 0;
  let digits = 0;
  for (let end = 0; end < text.length; end++) {
    digits = isDigit(text.charCodeAt(end)) ? digits + 1 : 0;
    if (end >= GRAM - 1 && digits < GRAM) hashes[count++] = hashOf(text, end - GRAM + 1);
  }
  const distinct = new Set(hashes.subarray(0, count).sort());
  return distinct.size < FEWEST_GRAMS ? [] : [...distinct].slice(0, SKETCH_SIZE);
}

export const isSketch = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every(Number.isSafeInteger);

/** FNV-1a over code units, then the finaliser of MurmurHash3, for the smallest hashes to be a fair sample. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + GRAM; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - HASH_BITS);
}

/**
 * How much of the first text stands in the second, 0 to 1, estimated from their sketches; 0 when either is empty.
 * Up to the smaller of the two largest hashes, both sketches hold every hash of their text: there they are compared.
 */
export function containment(part: readonly number[], whole: readonly number[]): number {
  const limit = Math.min(limitOf(part), limitOf(whole));
  let shared = 0;
  let seen = 0;
  let at = 0;
  for (const hash of part) {
    if (hash > limit) break;
    seen += 1;
    while (at < whole.length && whole[at]! < hash) at += 1;
    if (whole[at] === hash) shared += 1;
  }
  return seen === 0 || whole.length === 0 ? 0 : shared / seen;
}

/** Up to here a sketch misses no hash of its text. One that is not full misses none at all. */
function limitOf(sketch: readonly number[]): number {
  return sketch.length < SKETCH_SIZE ? Number.POSITIVE_INFINITY : sketch[SKETCH_SIZE - 1]!;
}
