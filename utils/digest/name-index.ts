/**
 * An index of many names that needs no building of strings: names stay where they stand in the lexicon's text, and only
 * their hashes are entered, so that tens of thousands are ready in a few milliseconds.
 */

const HASH_FACTOR = 0x9e3779b1;
const NONE = -1;

export class NameIndex {
  readonly #sources: string[] = [];
  readonly #suffixes: string[] = [''];
  readonly #sourceOf: Uint8Array;
  readonly #suffixOf: Uint8Array;
  readonly #startOf: Int32Array;
  readonly #lengthOf: Uint8Array;
  readonly #valueOf: Int32Array;
  /** Entries of one bucket are chained, the last one entered first. */
  readonly #bucket: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;
  /** By first UTF-16 unit, the length of the longest name. */
  readonly #longest = new Uint8Array(0x10000);
  #size = 0;

  /** Holds up to `capacity` names; a name longer than 255 UTF-16 units cannot be entered. */
  constructor(capacity: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, capacity * 2)));
    this.#mask = buckets - 1;
    this.#bucket = new Int32Array(buckets).fill(NONE);
    this.#next = new Int32Array(capacity);
    this.#sourceOf = new Uint8Array(capacity);
    this.#suffixOf = new Uint8Array(capacity);
    this.#startOf = new Int32Array(capacity);
    this.#lengthOf = new Uint8Array(capacity);
    this.#valueOf = new Int32Array(capacity);
  }

  /** Names that are added stand in this text from now on. */
  open(source: string): void {
    this.#sources.push(source);
  }

  /**
   * Enters a name of the text opened last, `length` UTF-16 units from `start` and an ending that the text leaves out,
   * under a number. The same name may be entered under several.
   */
  add(start: number, length: number, suffix: string, value: number): void {
    const entry = this.#size;
    const sourceId = this.#sources.length - 1;
    const source = this.#sources[sourceId]!;
    let hash = 0;
    for (let at = start; at < start + length; at += 1) hash = mix(hash, source.charCodeAt(at));
    for (let at = 0; at < suffix.length; at += 1) hash = mix(hash, suffix.charCodeAt(at));
    const slot = spread(hash) & this.#mask;
    this.#sourceOf[entry] = sourceId;
    this.#suffixOf[entry] = suffix === '' ? 0 : this.#suffixId(suffix);
    this.#startOf[entry] = start;
    this.#lengthOf[entry] = length;
    this.#valueOf[entry] = value;
    this.#next[entry] = this.#bucket[slot]!;
    this.#bucket[slot] = entry;
    const first = source.charCodeAt(start);
    const total = length + suffix.length;
    if (total > this.#longest[first]!) this.#longest[first] = total;
    this.#size += 1;
  }

  #suffixId(suffix: string): number {
    const known = this.#suffixes.indexOf(suffix);
    return known >= 0 ? known : this.#suffixes.push(suffix) - 1;
  }

  /** Length of the longest name that begins at `start`, or 0. */
  lengthAt(text: string, start: number): number {
    const limit = Math.min(this.#longest[text.charCodeAt(start)] ?? 0, text.length - start);
    let hash = 0;
    let longest = 0;
    for (let length = 1; length <= limit; length += 1) {
      hash = mix(hash, text.charCodeAt(start + length - 1));
      if (this.#find(text, start, length, hash) !== NONE) longest = length;
    }
    return longest;
  }

  /** The longest name that begins at `start`, or ''. */
  startingAt(text: string, start: number): string {
    const length = this.lengthAt(text, start);
    return length === 0 ? '' : text.slice(start, start + length);
  }

  /** The numbers under which the name `text.slice(start, start + length)` was entered, in that order. */
  valuesAt(text: string, start: number, length: number): number[] {
    let hash = 0;
    for (let at = start; at < start + length; at += 1) hash = mix(hash, text.charCodeAt(at));
    const values: number[] = [];
    let entry = this.#bucket[spread(hash) & this.#mask]!;
    for (; entry !== NONE; entry = this.#next[entry]!) {
      if (this.#is(entry, text, start, length)) values.unshift(this.#valueOf[entry]!);
    }
    return values;
  }

  #find(text: string, start: number, length: number, hash: number): number {
    let entry = this.#bucket[spread(hash) & this.#mask]!;
    while (entry !== NONE && !this.#is(entry, text, start, length)) entry = this.#next[entry]!;
    return entry;
  }

  #is(entry: number, text: string, start: number, length: number): boolean {
    const own = this.#lengthOf[entry]!;
    const suffix = this.#suffixes[this.#suffixOf[entry] ?? 0] ?? '';
    if (own + suffix.length !== length) return false;
    const source = this.#sources[this.#sourceOf[entry] ?? 0] ?? '';
    const from = this.#startOf[entry]!;
    for (let at = 0; at < own; at += 1) if (source.charCodeAt(from + at) !== text.charCodeAt(start + at)) return false;
    for (let at = 0; at < suffix.length; at += 1) {
      if (suffix.charCodeAt(at) !== text.charCodeAt(start + own + at)) return false;
    }
    return true;
  }
}

const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, HASH_FACTOR);
const spread = (hash: number): number => hash ^ (hash >>> 15);
