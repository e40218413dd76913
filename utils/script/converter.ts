/**
 * Converts UTF-16 text in one pass: reads code units, writes them through the table into a buffer, and makes strings of
 * many texts at once, because making strings is what otherwise takes most of the time.
 */
import { type ConversionTable, LOOK_FURTHER, type Phrase, pairHash, simplifyUnit } from './conversion-table';
import { descriptionEnd } from './ideographic-description';
import type { ProtectedNames } from './protected-names';

/** Texts are written until a group has this many units, and made into strings from one string of the group. */
const GROUP = 2048;

/** Units that `String.fromCharCode` takes at once without risking the stack. */
const CHUNK = 4096;

/** A buffer above this many units is given back after the batch (4 MB). */
const KEPT_UNITS = 1 << 21;

const COMPATIBILITY_IDEOGRAPH = /[\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g;
const isCompatibilityIdeograph = (unit: number) => (unit >= 0xf900 && unit <= 0xfaff) || unit === 0xd87e;

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number) => (unit & 0xfc00) === 0xdc00;

export class Converter {
  readonly #table: ConversionTable;
  readonly #names: ProtectedNames | undefined;
  #buffer = new Uint16Array(GROUP);
  /** Units written. */
  #length = 0;
  /** Units that there will be at the end of the text at hand, at most. */
  #expected = 0;
  /** Whether anything but a plain unit was replaced in the text at hand. */
  #changed = false;

  constructor(table: ConversionTable, names?: ProtectedNames) {
    this.#table = table;
    this.#names = names;
  }

  /** Returns the same string when nothing changes. Lone surrogates are kept. */
  convert(text: string): string {
    return this.convertAll([text])[0]!;
  }

  /** As `convert` on each text; no phrase is looked for across two texts. */
  convertAll(texts: readonly string[]): string[] {
    const results = texts.slice();
    const ends = new Int32Array(texts.length);
    let first = 0;
    while (first < texts.length) {
      const next = this.#write(texts, first, ends);
      const converted = this.#decode();
      let start = 0;
      for (let index = first; index < next; index++) {
        const end = ends[index]!;
        if (end > start) results[index] = converted.slice(start, end);
        start = end;
      }
      first = next;
    }
    if (this.#buffer.length > KEPT_UNITS) this.#buffer = new Uint16Array(GROUP);
    return results;
  }

  /**
   * Fills the buffer with texts, from the one at `first`, until it holds a group. Notes in `ends` where each of them
   * ends in the buffer, one that does not change taking no room, and returns the index of the first text of the next group.
   */
  #write(texts: readonly string[], first: number, ends: Int32Array): number {
    const { changes, changesAlone, mayStart } = this.#table;
    let out = this.#buffer;
    let length = 0;
    let index = first;
    for (; index < texts.length && length < GROUP; index++) {
      const start = length;
      const original = texts[index]!;
      this.#expected = length;
      this.#expect(original.length);
      out = this.#buffer;
      let text = original;
      let normalised = false;
      let difference = 0;
      this.#changed = false;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        let change = changes[unit]!;
        if (change === LOOK_FURTHER) {
          change = changesAlone[unit]!;
          const following = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
          if (change === LOOK_FURTHER || mayStart[pairHash(unit, following)] === 1) {
            if (!normalised && isCompatibilityIdeograph(unit)) {
              normalised = true;
              text = this.#normalise(original, start);
              out = this.#buffer;
              length = start;
              at = -1;
              continue;
            }
            this.#length = length;
            at += this.#writeSpecial(text, at, unit) - 1;
            out = this.#buffer;
            length = this.#length;
            continue;
          }
        }
        out[length++] = unit + change;
        difference |= change;
      }
      if (difference === 0 && !this.#changed) length = start;
      ends[index] = length;
    }
    this.#length = length;
    return index;
  }

  /** Replaces compatibility ideographs by the unified ones they stand for, and makes room to start over at `start`. */
  #normalise(text: string, start: number): string {
    const normalised = text.replace(COMPATIBILITY_IDEOGRAPH, (character) => character.normalize('NFC'));
    this.#changed = normalised !== text;
    this.#expected = start;
    this.#expect(normalised.length);
    return normalised;
  }

  /** Writes the name, phrase, sequence or code point at `at` and returns how many units of the text it took. */
  #writeSpecial(text: string, at: number, unit: number): number {
    const name = this.#names?.matchAt(text, at);
    if (name) return this.#replace(text, at, name.length, name.value);
    const phrase = this.#phraseAt(text, at, unit);
    if (phrase) return this.#replace(text, at, phrase.key.length, phrase.value);
    const described = descriptionEnd(text, at) - at;
    if (described > 1) return this.#replace(text, at, described, text.slice(at, at + described));
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
      return this.#replace(text, at, 2, text.slice(at, at + 2));
    }
    const written = simplifyUnit(this.#table, unit);
    if (written !== unit) this.#changed = true;
    this.#buffer[this.#length++] = written;
    return 1;
  }

  #phraseAt(text: string, at: number, unit: number): Phrase | undefined {
    return this.#table.phrases
      .get(unit)
      ?.find(({ key }) => text.startsWith(key, at) && !this.#names?.startsWithin(text, at + 1, at + key.length));
  }

  #replace(text: string, at: number, used: number, value: string): number {
    this.#expect(value.length - used);
    for (let index = 0; index < value.length; index++) this.#buffer[this.#length++] = value.charCodeAt(index);
    if (value.length !== used || !text.startsWith(value, at)) this.#changed = true;
    return used;
  }

  /** Makes room for `more` units of the text at hand than were expected so far. */
  #expect(more: number): void {
    this.#expected += more;
    if (this.#expected <= this.#buffer.length) return;
    const larger = new Uint16Array(Math.max(this.#expected, this.#buffer.length * 2));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }

  /** The buffer as a string. On V8 twice as fast as a TextDecoder, and it leaves lone surrogates and U+FEFF alone. */
  #decode(): string {
    const units = this.#buffer.subarray(0, this.#length);
    let text = '';
    for (let at = 0; at < units.length; at += CHUNK) {
      text += String.fromCharCode.apply(null, units.subarray(at, at + CHUNK) as unknown as number[]);
    }
    return text;
  }
}
