/**
 * An index of many names that makes no strings: names stay where they stand in the lexicon's text and are chained by
 * their first two characters, so that tens of thousands are ready in a few milliseconds.
 */

const NONE = -1;
/** Spreads the first UTF-16 unit of a name over the chains; its second one is added. */
const UNIT_FACTOR = 31;

export class NameIndex {
  readonly #text: string;
  readonly #endings: readonly string[];
  readonly #starts: Int32Array;
  readonly #lengths: Uint8Array;
  readonly #endingOf: Uint8Array;
  /** The last entry of a chain, and for each entry the one before it. */
  readonly #last: Int32Array;
  readonly #previous: Int32Array;
  /** One less than the number of chains, which is a power of two. */
  readonly #mask: number;
  #size = 0;

  /** Holds up to `capacity` names that stand in `text`; a name may go on with one of the endings, which the text leaves out. */
  constructor(text: string, capacity: number, endings: readonly string[] = ['']) {
    this.#text = text;
    this.#endings = endings;
    this.#starts = new Int32Array(capacity);
    this.#lengths = new Uint8Array(capacity);
    this.#endingOf = new Uint8Array(capacity);
    this.#previous = new Int32Array(capacity);
    this.#mask = 2 ** Math.ceil(Math.log2(capacity)) - 1;
    this.#last = new Int32Array(this.#mask + 1).fill(NONE);
  }

  /**
   * Enters `length` UTF-16 units from `start` and one of the endings as a name, and returns its number; numbers count
   * from 0. The same name may be entered several times. Names are 2 to 255 units long.
   */
  add(start: number, length: number, ending = 0): number {
    const entry = this.#size;
    this.#size = entry + 1;
    this.#starts[entry] = start;
    this.#lengths[entry] = length;
    this.#endingOf[entry] = ending;
    const second = length > 1 ? this.#text.charCodeAt(start + 1) : this.#endings[ending]!.charCodeAt(0);
    const chain = this.#chainOf(this.#text.charCodeAt(start), second);
    this.#previous[entry] = this.#last[chain]!;
    this.#last[chain] = entry;
    return entry;
  }

  /** The name that was entered under a number. */
  nameOf(entry: number): string {
    const start = this.#starts[entry]!;
    return this.#text.slice(start, start + this.#lengths[entry]!) + this.#endings[this.#endingOf[entry]!];
  }

  /** Length of the longest name that begins at `start`, or 0. */
  lengthAt(text: string, start: number): number {
    let longest = 0;
    let entry = this.#last[this.#chainOf(text.charCodeAt(start), text.charCodeAt(start + 1))]!;
    for (; entry !== NONE; entry = this.#previous[entry]!) {
      const length = this.#lengths[entry]! + this.#endings[this.#endingOf[entry]!]!.length;
      if (length > longest && this.#standsAt(entry, text, start)) longest = length;
    }
    return longest;
  }

  /** The longest name that begins at `start`, or ''. */
  startingAt(text: string, start: number): string {
    return text.slice(start, start + this.lengthAt(text, start));
  }

  /** The numbers of a name, in the order in which it was entered. */
  numbersOf(name: string): number[] {
    const numbers: number[] = [];
    let entry = this.#last[this.#chainOf(name.charCodeAt(0), name.charCodeAt(1))]!;
    for (; entry !== NONE; entry = this.#previous[entry]!) {
      const length = this.#lengths[entry]! + this.#endings[this.#endingOf[entry]!]!.length;
      if (length === name.length && this.#standsAt(entry, name, 0)) numbers.unshift(entry);
    }
    return numbers;
  }

  #standsAt(entry: number, text: string, start: number): boolean {
    const from = this.#starts[entry]!;
    const length = this.#lengths[entry]!;
    for (let at = 0; at < length; at += 1) {
      if (this.#text.charCodeAt(from + at) !== text.charCodeAt(start + at)) return false;
    }
    return text.startsWith(this.#endings[this.#endingOf[entry]!]!, start + length);
  }
  /** The chain of names that begin with two units; beyond the end of a text a unit is NaN, which counts as 0. */
  #chainOf(first: number, second: number): number {
    return (first * UNIT_FACTOR + second) & this.#mask;
  }
}
