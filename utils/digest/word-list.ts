/** A set of words that is asked which of them begins, or ends, at a place of a text. */

/** A Set of words, or a Map that has them as keys. */
type Words = Pick<ReadonlySet<string>, 'has'> & { keys(): Iterable<string> };

/** Lengths are bits of a 32-bit number. */
const LONGEST_WORD = 31;

export class WordList {
  readonly #words: Words;
  /** By first and by last UTF-16 unit, the lengths of the words, as bits. */
  readonly #lengthsByFirst = new Map<number, number>();
  readonly #lengthsByLast = new Map<number, number>();

  /** Words are at most 31 UTF-16 units long; longer ones are never found. */
  constructor(words: Words) {
    this.#words = words;
    for (const word of words.keys()) {
      if (word.length > LONGEST_WORD) continue;
      const first = word.charCodeAt(0);
      const last = word.charCodeAt(word.length - 1);
      this.#lengthsByFirst.set(first, (this.#lengthsByFirst.get(first) ?? 0) | (1 << word.length));
      this.#lengthsByLast.set(last, (this.#lengthsByLast.get(last) ?? 0) | (1 << word.length));
    }
  }

  /** The longest word that begins at `start`, or '' . */
  startingAt(text: string, start: number): string {
    for (let lengths = this.#lengthsByFirst.get(text.charCodeAt(start)) ?? 0; lengths !== 0; ) {
      const length = LONGEST_WORD - Math.clz32(lengths);
      const word = text.slice(start, start + length);
      if (word.length === length && this.#words.has(word)) return word;
      lengths &= ~(1 << length);
    }
    return '';
  }

  /** The longest word that ends before `end`, or ''. */
  endingAt(text: string, end: number): string {
    if (end <= 0) return '';
    for (let lengths = this.#lengthsByLast.get(text.charCodeAt(end - 1)) ?? 0; lengths !== 0; ) {
      const length = LONGEST_WORD - Math.clz32(lengths);
      if (length <= end && this.#words.has(text.slice(end - length, end))) return text.slice(end - length, end);
      lengths &= ~(1 << length);
    }
    return '';
  }
}
