/** The labels of the tagger: begin, inside, end and single for each type of entity, and outside (BIOES). */

export const ENTITY_TYPES = ['person', 'place', 'venue', 'organisation'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const OUTSIDE = 0;
const PER_TYPE = 4;
/** A surname directly before a title (王 in 王局长): no name, and no other character's business. */
export const SURNAME = 1 + ENTITY_TYPES.length * PER_TYPE;
export const LABEL_COUNT = SURNAME + 1;

export const beginOf = (type: number): number => 1 + type * PER_TYPE;
export const insideOf = (type: number): number => 2 + type * PER_TYPE;
export const endOf = (type: number): number => 3 + type * PER_TYPE;
export const singleOf = (type: number): number => 4 + type * PER_TYPE;

/** Index of the type of a label, or -1 for outside and surname. */
export const typeOf = (label: number): number =>
  label === OUTSIDE || label === SURNAME ? -1 : Math.floor((label - 1) / PER_TYPE);

const opens = (label: number): boolean => label !== OUTSIDE && label !== SURNAME && (label - 1) % PER_TYPE < 2;
const continues = (label: number): boolean =>
  label !== OUTSIDE && label !== SURNAME && [1, 2].includes((label - 1) % PER_TYPE);

/** Whether `to` may follow `from`: an entity that is begun goes on in its type until its end. */
export function mayFollow(from: number, to: number): boolean {
  return opens(from) ? continues(to) && typeOf(from) === typeOf(to) : !continues(to);
}

/** Whether a line may begin with a label. */
export const mayBegin = (label: number): boolean => !continues(label);
/** Whether a line may end with a label. */
export const mayEnd = (label: number): boolean => !opens(label);
