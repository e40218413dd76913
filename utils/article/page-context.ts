/** What every step of the finder is given: the document, its address, its outline, and the worth of its lines. */

import type { Measured } from './body';
import type { Outline } from './outline';

export interface PageContext {
  document: Document;
  /** Address without its fragment. */
  url: string;
  /** Host in lower case, without a port; empty when the address has none. */
  host: string;
  /** What relative addresses are meant against. */
  base: string;
  outline: Outline;
  measured: Measured;
}

/** Lines `[start, end)` and the elements they stand in. */
export interface Region {
  lineStart: number;
  lineEnd: number;
}

const PUNCTUATION = /[\s\p{P}\p{S}]+/gu;

/** The characters that count when two titles are compared: no spaces, no punctuation, one width, one case. */
export function essence(text: string): string {
  return text.normalize('NFKC').replace(PUNCTUATION, '').toLowerCase();
}
