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
