/** A set of stretches of lines that answers whether a stretch touches one of them. */
import type { Mention } from './digest';

export class Spans {
  /** Taken UTF-16 offsets of each line. */
  readonly #taken = new Map<number, Set<number>>();

  constructor(spans: Iterable<Mention>) {
    for (const span of spans) this.add(span);
  }

  add({ line, start, end }: Mention): void {
    const taken = this.#taken.get(line) ?? new Set<number>();
    for (let at = start; at < end; at += 1) taken.add(at);
    this.#taken.set(line, taken);
  }

  has(line: number, at: number): boolean {
    return this.#taken.get(line)?.has(at) ?? false;
  }

  overlaps({ line, start, end }: Mention): boolean {
    const taken = this.#taken.get(line);
    if (!taken) return false;
    for (let at = start; at < end; at += 1) if (taken.has(at)) return true;
    return false;
  }
}
