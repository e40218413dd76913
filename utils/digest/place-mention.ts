/** What is known about a stretch of text that has been found to name a place: its kind, and which divisions it may be. */
import type { PlaceKind } from './digest';
import { type Division, gazetteer } from './gazetteer';
import { PLACE_UNITS } from './place-units';
import type { PlaceMention } from './places';

/** The mention of a place whose name reaches from `start` to `end` of a line. `isVenue` says that one can stand there. */
export function placeMention(line: number, text: string, start: number, end: number, isVenue: boolean): PlaceMention {
  const name = text.slice(start, end);
  const { full, short } = gazetteer();
  const whole = full.get(name);
  const readings = isVenue ? [] : whole.length > 0 ? whole : short.get(name);
  const outer = readings.length === 0 ? outerDivisions(name) : [];
  return {
    line,
    start,
    end,
    kind: readings[0]?.kind ?? kindByUnit(name, isVenue),
    readings,
    visited: false,
    ...(outer.length > 0 ? { outer } : {}),
  };
}

/** The divisions that a name begins with: 抚松县 in 抚松县图书馆. */
function outerDivisions(name: string): readonly Division[] {
  const { full } = gazetteer();
  const prefix = full.startingAt(name, 0);
  return prefix.length > 2 && prefix.length < name.length ? full.get(prefix) : [];
}

function kindByUnit(name: string, isVenue: boolean): PlaceKind {
  const unit = PLACE_UNITS.find((candidate) => name.endsWith(candidate.unit) && name.length > candidate.unit.length);
  if (!unit) return isVenue ? 'venue' : 'other';
  return isVenue && unit.kind !== 'village' ? 'venue' : unit.kind;
}
