/** Corrects where the tagger lets a place begin and end: chains are taken apart, lists too, and prepositions left out. */
import { gazetteer } from './gazetteer';

/** UTF-16 offsets into the line. */
export interface Stretch {
  start: number;
  end: number;
}

/** Words that stand before a place and begin none. */
const BEFORE_PLACE = /^(?:时?从|有|到|赴|至|往|看完|运维)(?=..)/;
/** Joins two places; both must end in a unit. */
const JOINED = /^(.{2,}[园寺庙宫塔馆院站场路街道坊门山屋心])[和或](.{2,}[园寺庙宫塔馆院站场路街道心])$/u;
/** A county or township before what lies in it. */
const OUTER = /^(.{1,5}?[县区镇乡]|.{1,5}?街道)(?=.{1,6}(?:[村路街巷镇乡里]|社区|街道|大道)$)/u;
/** Section, lane and number belong to the name of a street: 三丰路三段, 晋文路286巷. */
const STREET_BEHIND = /^[一二三四五六七八九十]段(?:\d{1,4}巷)?|^\d{1,4}巷/;
const ENDS_AS_STREET = /[路街道]$/;
/** Repeats the unit of the township before it, as a body of that township: 许镇镇党委. */
const DOUBLED_UNIT = /([镇乡])\1$/;
const LEAST_REST = 3;

/** The places that a tagged place or venue holds, from left to right. */
export function placesWithin(text: string, { start, end }: Stretch, isVenue: boolean): Stretch[] {
  const from = start + (BEFORE_PLACE.exec(text.slice(start, end))?.[0].length ?? 0);
  const to = ENDS_AS_STREET.test(text.slice(from, end))
    ? end + (STREET_BEHIND.exec(text.slice(end, end + 6))?.[0].length ?? 0)
    : end;
  const name = text.slice(from, to);
  const joined = JOINED.exec(name);
  if (joined) {
    const first = from + (joined[1]?.length ?? 0);
    return [...placesWithin(text, { start: from, end: first }, isVenue), { start: first + 1, end: to }];
  }
  const outer = isVenue ? 0 : outerLength(name);
  if (outer === 0) return [{ start: from, end: to }];
  return [{ start: from, end: from + outer }, ...placesWithin(text, { start: from + outer, end: to }, isVenue)];
}

/** Length of the division that a chain begins with, 0 when the name is none. */
function outerLength(name: string): number {
  const { full } = gazetteer();
  if (DOUBLED_UNIT.test(name)) return 0;
  const whole = full.lengthAt(name, 0);
  if (whole === name.length) return 0;
  if (whole > 2 && name.length - whole >= LEAST_REST) return whole;
  return OUTER.exec(name)?.[0].length ?? 0;
}
