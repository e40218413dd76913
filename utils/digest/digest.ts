/**
 * The digest of an article: its dates, people with roles, places with their divisions, organisations.
 * Every item says where it stands, so that a click can show it.
 */

/** Mentions in the headline carry this line number; the lines of the body count from 0. */
export const HEADLINE = -1;

/** UTF-16 offsets into a line of the repaired, unconverted article. */
export interface Mention {
  line: number;
  start: number;
  end: number;
}

export interface Person {
  /** As written, repaired, in the script of the article. */
  name: string;
  /** The name in simplified characters: the key under which a person is the same across scripts. */
  simplified: string;
  /** Roles as the text states them, in order of appearance. */
  roles: string[];
  /** Reporters, editors, photographers: named as makers of the text, not as its subject. */
  credit: boolean;
  mentions: Mention[];
}

export type PlaceKind =
  | 'country'
  | 'province'
  | 'prefecture'
  | 'county'
  | 'township' // 镇 乡 街道
  | 'village' // 村 社区
  | 'street'
  | 'water'
  | 'landform'
  | 'venue' // a park, hall, station, 商圈, campus: somewhere one can stand
  | 'other';

export interface Place {
  name: string;
  simplified: string;
  kind: PlaceKind;
  /** Administrative divisions from the outermost to the innermost that holds the place, itself included when it is one. Official simplified names. */
  chain: string[];
  /** True when the chain was completed by inference and other readings stay possible. */
  uncertain: boolean;
  /** GB/T 2260 division code (6 digits, 9 for townships) when the place is a known division. */
  code?: string;
  mentions: Mention[];
}

export interface Organisation {
  name: string;
  simplified: string;
  mentions: Mention[];
}

export interface DateItem {
  /** As written. */
  text: string;
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, a range `A/B`, or null when it cannot be resolved. */
  iso: string | null;
  /** How it was resolved. */
  basis:
    | 'stated' // year, month and day are written
    | 'published' // resolved against the published day
    | 'context' // resolved against another date of the text
    | 'approximate' // 近日, 日前: around the published day
    | 'impossible' // 2月30日
    | 'unresolved';
  mentions: Mention[];
}

export interface Digest {
  /** The main event's date first, the others in order of appearance. */
  dates: DateItem[];
  people: Person[];
  places: Place[];
  organisations: Organisation[];
}

/** What a digest is made from. */
export interface DigestInput {
  title: string;
  /** Repaired lines of the body, in their own script. */
  lines: readonly string[];
  /** The published day, `YYYY-MM-DD`, or null when the page shows none. */
  published: string | null;
  /** Where the article is from, as displayed; helps to complete chains of places. */
  source: string | null;
  host: string;
}
