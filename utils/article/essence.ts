/** The essence of a title is what counts when two titles are compared. */

const PUNCTUATION = /[\s\p{P}\p{S}]+/gu;

/** The text in one width and one case, without spaces and punctuation. */
export function essence(text: string): string {
  return text.normalize('NFKC').replace(PUNCTUATION, '').toLowerCase();
}
