/**
 * Converts UTF-16 text in one pass: reads code units, writes them through the table into one buffer, and makes a string
 * of the whole batch at the end, which is where most of the time of a conversion otherwise goes.
 */
import { type ConversionTable, LOOK_FURTHER, type Phrase, pairHash } from './conversion-table';
import { descriptionEnd } from './ideographic-description';
import type { ProtectedNames } from './protected-names';

/** Below this many units a string is built faster from its units than by a TextDecoder. */
const SHORT = 48;

/** Units that `String.fromCharCode` takes at once without risking the stack. */
const CHUNK = 8192;

/** A buffer above this many units is given back after the batch (4 MB). */
const KEPT_UNITS = 1 << 21;

const COMPATIBILITY_IDEOGRAPH = /[\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g;

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number) => (unit & 0xfc00) === 0xdc00;
const isSurrogate = (unit: number) => (unit & 0xf800) === 0xd800;
const isCompatibilityIdeograph = (unit: number) => (unit >= 0xf900 && unit <= 0xfaff) || unit === 0xd87e;

export class Converter {
  readonly #table: ConversionTable;
  readonly #names: ProtectedNames | undefined;
  readonly #decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  #buffer = new Uint16Array(CHUNK);
  #length = 0;
  #hasLoneSurrogate = false;
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
    const ends = this.#write(texts);
    const converted = this.#decode();
    let start = 0;
    return texts.map((text, index) => {
      const end = ends[index]!;
      const result = end === start ? text : converted.slice(start, end);
      start = end;
      return result;
    });
  }

  /** Fills the buffer with the texts that change, and returns where each ends; one that does not change is left out. */
  #write(texts: readonly string[]): Int32Array {
    const { direct, single, mayStart } = this.#table;
    const ends = new Int32Array(texts.length);
    this.#start(texts);
    let out = this.#buffer;
    let length = 0;
    for (let index = 0; index < texts.length; index++) {
      let text = texts[index]!;
      let normalised = false;
      let difference = 0;
      this.#changed = false;
      const start = length;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        let written = direct[unit]!;
        if (written === LOOK_FURTHER) {
          written = single[unit]!;
          const following = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
          if (written === LOOK_FURTHER || mayStart[pairHash(unit, following)] === 1) {
            this.#length = length;
            if (!normalised && isCompatibilityIdeograph(unit)) {
              text = normalise(text);
              normalised = true;
              this.#length = start;
              at = -1;
            } else {
              at += this.#writeSpecial(text, at, unit) - 1;
            }
            length = this.#length;
            this.#reserve(...)
            out = this.#buffer;
            continue;
          }
        }
        out[length++] = written;
        difference |= written ^ unit;
      }
      if (!normalised && difference === 0 && !this.#changed) length = start;
      ends[index] = length;
    }
    this.#length = length;
    return ends;
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
    if (isSurrogate(unit)) this.#hasLoneSurrogate = true;
    const written = this.#table.single[unit]! || unit;
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
    this.#reserve(value.length + text.length - at - used);
    for (let index = 0; index < value.length; index++) this.#buffer[this.#length++] = value.charCodeAt(index);
    if (value.length !== used || !text.startsWith(value, at)) this.#changed = true;
    return used;
  }

  #decode(): string {
    const units = this.#buffer.subarray(0, this.#length);
    if (units.length <= SHORT) return String.fromCharCode.apply(null, units as unknown as number[]);
    if (!this.#hasLoneSurrogate) return this.#decoder.decode(units);
    let text = '';
    for (let at = 0; at < units.length; at += CHUNK) {
      text += String.fromCharCode.apply(null, units.subarray(at, at + CHUNK) as unknown as number[]);
    }
    return text;
  }
}
