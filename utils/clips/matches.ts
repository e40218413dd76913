/** Where the words of a query stand in a text as it is written, in either script. */
import { termsOf } from './search';
import { searchForm } from './search-form';

/** UTF-16 offsets into the text. */
export interface Range {
  start: number;
  end: number;
}

/** A match with some of the line that it stands in. */
export interface Snippet {
  before: string;
  match: string;
  after: string;
}

/** Characters of a snippet before the match and after it. */
const BEFORE = 16;
const AFTER = 80;

/** What can be brought into search form by itself: white space, a combining sequence, a character. */
const SEGMENT = /\s+|[^\s\p{M}]\p{M}*|\p{M}+/gu;

/** Where the words of the query stand, in order; ranges that touch are one. */
export function matchRanges(text: string, query: string): Range[] {
  return rangesOf(text, searchForm(text), termsOf(query));
}

/** The first match of the query, with what is around it in its line; null when no line holds a word of the query. */
export function snippetOf(text: string, query: string): Snippet | null {
  const terms = termsOf(query);
  for (const line of text.split('\n')) {
    const [first] = rangesOf(line, searchForm(line), terms);
    if (!first) continue;
    const { start, end } = first;
    return {
      before: whole(line.slice(Math.max(0, start - BEFORE), start)),
      match: line.slice(start, end),
      after: whole(line.slice(end, end + AFTER)),
    };
  }
  return null;
}

function rangesOf(text: string, form: string, terms: readonly string[]): Range[] {
  const present = terms.filter((term) => form.includes(term));
  if (present.length === 0) return [];
  const aligned = form === text ? null : alignedForm(text);
  const searched = aligned?.form ?? text;
  const found: Range[] = [];
  for (const term of present) {
    for (let at = searched.indexOf(term); at >= 0; at = searched.indexOf(term, at + term.length)) {
      const end = at + term.length;
      found.push(
        aligned ? { start: aligned.segments[at]!.start, end: aligned.segments[end - 1]!.end } : { start: at, end },
      );
    }
  }
  return merged(found);
}

/** The search form, with the range in the text that each of its units comes from. */
function alignedForm(text: string): { form: string; segments: Range[] } {
  const known = new Map<string, string>();
  const segments: Range[] = [];
  let form = '';
  for (const { 0: segment, index: start } of text.matchAll(SEGMENT)) {
    let written = known.get(segment);
    if (written === undefined) {
      written = searchForm(segment) || ' ';
      known.set(segment, written);
    }
    form += written;
    const range = { start, end: start + segment.length };
    for (let unit = 0; unit < written.length; unit++) segments.push(range);
  }
  return { form, segments };
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** Without the half of a character that a cut may leave. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '');
