/** A title or a name as it stands in a sentence, a label or a list: a page may have one of any length. */
const LONGEST = 40;

/** UTF-16 units that hold the longest title for certain. */
const ENOUGH = 4 * LONGEST;

export function shortTitle(title: string): string {
  const characters = Array.from(title.slice(0, ENOUGH));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : title;
}
