/** The lists in a line (A、B和C等村): their items, and the unit that all of them share. */

/** Stretches of a line; UTF-16 offsets. */
export interface List {
  items: ListItem[];
  /** Where the common unit stands: 村 in 永正、兰潭等村. Null when there is none. */
  commonUnitAt: number | null;
}

export interface ListItem {
  start: number;
  end: number;
  /** Where the name in the item ends: the last item goes on to the end of the clause. */
  nameEnd: number;
}

/** What stands between two signs that end a clause. */
const CLAUSE = /[^,。;!?:()“”《》]+/g;
const BETWEEN_ITEMS = /、|[和与及](?=[^、和与及]{2,12}(?:等|$))|以及/g;
/** Behind a list, its common unit: 永正、兰潭等村, 善化、新市三区. */
const COMMON_UNIT = /(?:等[0-9一二三四五六七八九十两多]*个?|[二三四五六七八九十两]个?)(?=[^等])/;
/** The name in the last item is not longer, in UTF-16 units. */
const LONGEST_LAST_NAME = 14;

export function listsIn(text: string): List[] {
  return Array.from(text.matchAll(CLAUSE))
    .filter(([clause]) => clause.includes('、'))
    .map(({ 0: clause, index }) => listOf(clause, index));
}

function listOf(clause: string, offset: number): List {
  const items: ListItem[] = [];
  let start = 0;
  for (const match of clause.matchAll(BETWEEN_ITEMS)) {
    const end = offset + match.index;
    items.push({ start: offset + start, end, nameEnd: end });
    start = match.index + match[0].length;
  }
  const last = clause.slice(start);
  const others = last.indexOf('等');
  const nameLength = Math.min(others < 0 ? last.length : others, LONGEST_LAST_NAME);
  items.push({ start: offset + start, end: offset + clause.length, nameEnd: offset + start + nameLength });
  const common = COMMON_UNIT.exec(last);
  return { items, commonUnitAt: common ? offset + start + common.index + common[0].length : null };
}
