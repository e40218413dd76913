/** Gathers the records of an import into messages of bounded size. */

/** Characters of one message, counted as JSON: Chromium refuses a message above 64 MB, and a smaller one keeps the page alive. */
const MESSAGE = 4_000_000;

export class Chunks<T> {
  #records: T[] = [];
  #size = 0;

  constructor(private readonly limit = MESSAGE) {}

  /** Takes a record; answers the records before it when there is no room left beside them. A larger record goes alone. */
  add(record: T): T[] | null {
    const { length } = JSON.stringify(record);
    const full = this.#records.length > 0 && this.#size + length > this.limit ? this.rest() : null;
    this.#records.push(record);
    this.#size += length;
    return full;
  }

  /** The records that have not been answered yet. */
  rest(): T[] {
    const records = this.#records;
    this.#records = [];
    this.#size = 0;
    return records;
  }
}
