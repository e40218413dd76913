/** A set of words that is asked which of them begins, or ends, at a place of a text. */

/** A Set of words, or a Map that has them as keys. */
type Words = Pick<ReadonlySet<string>, 'has'> & { keys(): Iterable<string> };

export class WordList {
  readonly #words: Words;
  readonly #longestByFirst = new Map<string, number>();
  readonly #longestByLast = new Map<string, number>();

  constructor(words: Words) {
    this.#words = words;
    for (const word of words.keys()) {
      const first = word.charAt(0);
      const last = word.charAt(word.length - 1);
      this.#longestByFirst.set(first, Math.max(this.#longestByFirst.get(first) ?? 0, word.length));
      this.#longestByLast.set(last, Math.max(this.#longestByLast.get(last) ?? 0, word.length));
    }
  }

  /** The longest word that begins at `start`, or '' . */
  startingAt(text: string, start: number): string {
    for (let length = this.#longestByFirst.get(text.charAt(start)) ?? 0; length > 0; length -= 1) {
      const word = text.slice(start, start + length);
      if (word.length === length && this.#words.has(word)) return word;
    }
    return '';
  }

  /** The longest word that ends before `end`, or ''. */
  endingAt(text: string, end: number): string {
    if (end <= 0) return '';
    for (let length = this.#longestByLast.get(text.charAt(end - 1)) ?? 0; length > 0; length -= 1) {
      if (length <= end && this.#words.has(text.slice(end - length, end))) return text.slice(end - length, end);
    }
    return '';
  }
}
