/** A line of an article beside the form in which it is matched. */
import { HEADLINE } from './digest';
import { normalise } from './normalise';

export interface Line {
  /** HEADLINE, or the number of the body line from 0. */
  index: number;
  original: string;
  /** The normalised form, of the same length. */
  text: string;
}

/** The headline and the body lines of an article, in reading order. */
export function linesOf(title: string, body: readonly string[]): Line[] {
  return [title, ...body].map((original, position) => ({
    index: position === 0 ? HEADLINE : position - 1,
    original,
    text: normalise(original),
  }));
}
