/** Finds people by the shape of their names together with evidence beside them; a name without evidence is no person. */
import type { Line } from './line';
import { type Counts, countNames, hasCommonSurname, type NameCandidate, nameAt } from './names';
import type { Spans } from './spans';
import { surnameLengthAt } from './surnames';
import { titleEndingAt, titleStartingAt } from './titles';
import { CREDIT_LABELS, COMMON_WORDS, STRONG_ACTIONS } from './vocabulary';

/** What shows that a name is one. */
export type Evidence = 'title before' | 'title after' | 'list' | 'credit' | 'action' | 'appointment';

/** One place where evidence shows a person. Offsets are UTF-16 offsets into the line. */
export interface PersonMention {
  line: number;
  start: number;
  end: number;
  evidence: Evidence;
  /** The label of a credit (记者, 责编); '' for the people a text is about. */
  credit: string;
}

const CREDIT = new RegExp(`(?:^|[^\\p{Script=Han}]|[讯电])(${CREDIT_LABELS})\\s{0,2}[::/|]?\\s{0,2}(?=\\p{Script=Han})`, 'gu');
const CREDIT_SEPARATOR = /^\s{0,2}(?:[、,/]\s{0,2}|\s)/;
const LIST_SEPARATOR = /^(?:、|,\s?|\s{1,2}|和|与|及|以及|暨)/;
/** Between a title and the name may stand a blank or the opening of a parenthesis or a colon. */
const TITLE_TO_NAME = /^[\s::]?/;
/** Nothing but the end of a clause, or these words, stands before a name that its action or title shows. */
const CLAUSE_START = /(?:^|[,。;:!?、“”()《》\s|>】]|由|让|请|随|陪同|图为|和|与|及|[日天午晚])$/;
const APPOINTMENT = /(?:任命|决定任命|免去|选举|推选|补选|提名|推荐|接受|批准)$/;
const OFFICE_FOLLOWS = /^(?:同志)?(?:为|任|担任|出任|当选|辞去|的)/;
/** A list of people that has its evidence only behind its last name: items are two to four characters. */
const BARE_LIST = /(?<=^|[,。;:!?“”()\s由请和与])\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){1,40}/gu;
/** A last line that is nothing but a name in parentheses is the writer's. */
const SIGNATURE = /^\((\p{Script=Han}{2,4})\)$/u;

/** All mentions of people that evidence supports, line by line from left to right; none begins in a `known` stretch. */
export function findPeople(lines: readonly Line[], known: Spans): PersonMention[] {
  const counts = countNames(lines.map(({ text }) => text));
  return lines.flatMap((line) => findInLine(line, counts, known));
}

function findInLine(line: Line, counts: Counts, known: Spans): PersonMention[] {
  const credits = findCredits(line, counts);
  const creditAt = new Map(credits.map((mention) => [mention.start, mention] as const));
  const found: PersonMention[] = [];
  let previousEnd = -1;
  for (let start = 0; start < line.text.length; start += 1) {
    if (start < previousEnd) continue;
    const credit = creditAt.get(start);
    const mention = credit ?? (known.has(line.index, start) ? null : mentionAt(line, start, previousEnd, counts));
    if (!mention) continue;
    found.push(mention);
    previousEnd = mention.end;
  }
  return merge(found, findBareLists(line, counts));
}

function mentionAt(line: Line, start: number, previousEnd: number, counts: Counts): PersonMention | null {
  const { text } = line;
  if (surnameLengthAt(text, start) === 0 && text.charAt(start + 1) !== '·' && !looksTransliterated(text, start)) return null;
  const candidate = nameAt(text, start, counts);
  if (!candidate) return null;
  const evidence = evidenceFor(text, start, candidate, previousEnd, counts);
  return evidence ? { line: line.index, start, end: candidate.end, evidence, credit: '' } : null;
}

/** Only a part of a foreign name stands before ·. */
function looksTransliterated(text: string, start: number): boolean {
  const dot = text.indexOf('·', start);
  return dot > start && dot - start <= 6;
}

function evidenceFor(
  text: string,
  start: number,
  candidate: NameCandidate,
  previousEnd: number,
  counts: Counts,
): Evidence | null {
  const { end, boundary } = candidate;
  const common = hasCommonSurname(text, start) || text.slice(start, end).includes('·');
  const repeated = (counts.get(text.slice(start, end)) ?? 0) > 1;
  if (hasTitleBefore(text, start) && (boundary === 'clear' || (common && (boundary === 'word' || repeated || end - start === 3)))) {
    return 'title before';
  }
  if (previousEnd >= 0 && isSeparated(text, previousEnd, start) && (boundary === 'clear' || (common && boundary === 'word'))) {
    return 'list';
  }
  if (!common) return null;
  const before = text.slice(Math.max(0, start - 6), start);
  if (APPOINTMENT.test(before) && OFFICE_FOLLOWS.test(text.slice(end, end + 4))) return 'appointment';
  if (!CLAUSE_START.test(before)) return null;
  if (titleStartingAt(text, end) && end - start > 2) return 'title after';
  if (STRONG_ACTIONS.startingAt(text, end) && (end - start > 2 || repeated)) return 'action';
  return null;
}

function hasTitleBefore(text: string, start: number): boolean {
  if (titleEndingAt(text, start)) return true;
  const gap = /[\s::]/.test(text.charAt(start - 1));
  return gap && titleEndingAt(text, start - 1) !== '';
}

function isSeparated(text: string, previousEnd: number, start: number): boolean {
  const between = text.slice(previousEnd, start);
  return between.length <= 2 && LIST_SEPARATOR.exec(between)?.[0] === between;
}

function findCredits(line: Line, counts: Counts): PersonMention[] {
  const found: PersonMention[] = [];
  for (const match of line.text.matchAll(CREDIT)) {
    let at = match.index + match[0].length;
    for (;;) {
      const candidate = nameAt(line.text, at, counts);
      if (!candidate || candidate.boundary === 'none' || !/^(?:$|[^\p{Script=Han}]|文|图|摄|报道|报导|通讯员|记者|实习)/u.test(line.text.slice(candidate.end))) break;
      found.push({ line: line.index, start: at, end: candidate.end, evidence: 'credit', credit: match[1] ?? '' });
      const separator = CREDIT_SEPARATOR.exec(line.text.slice(candidate.end, candidate.end + 4));
      if (!separator) break;
      at = candidate.end + separator[0].length;
    }
  }
  const signature = SIGNATURE.exec(line.text.trim());
  if (signature && hasCommonSurname(signature[1] ?? '', 0) && !COMMON_WORDS.has((signature[1] ?? '').slice(0, 2))) {
    const start = line.text.indexOf('(') + 1;
    if (nameAt(line.text, start, counts)?.boundary === 'clear') {
      found.push({ line: line.index, start, end: line.text.indexOf(')'), evidence: 'credit', credit: '作者' });
    }
  }
  return found;
}

/** 赵长松、居益芬、徐德林等区领导: every item is a name, and a title or what people do follows. */
function findBareLists(line: Line, counts: Counts): PersonMention[] {
  const found: PersonMention[] = [];
  for (const match of line.text.matchAll(BARE_LIST)) {
    const items: PersonMention[] = [];
    let at = match.index;
    for (;;) {
      const candidate = nameAt(line.text, at, counts);
      if (!candidate || candidate.boundary === 'none') break;
      items.push({ line: line.index, start: at, end: candidate.end, evidence: 'list', credit: '' });
      at = candidate.end;
      if (line.text.charAt(at) !== '、') break;
      at += 1;
    }
    const complete = items.length > 1 && items.every(({ start }) => hasCommonSurname(line.text, start));
    if (complete && isFollowedByPeople(line.text, at)) found.push(...items);
  }
  return found;
}

function isFollowedByPeople(text: string, at: number): boolean {
  const from = text.charAt(at) === '等' ? at + 1 : at;
  return titleStartingAt(text, from) !== '' || /^[\p{Script=Han}]{0,2}领导|^[一二三四五六七八九十0-9]+(?:人|位)/u.test(text.slice(from, from + 6)) || STRONG_ACTIONS.startingAt(text, from) !== '' || /^(?:一同|一起|共同|随同|同行|全程|应邀)/.test(text.slice(from, from + 2));
}

function merge(found: PersonMention[], lists: readonly PersonMention[]): PersonMention[] {
  const overlaps = (mention: PersonMention): boolean => found.some(({ start, end }) => mention.start < end && start < mention.end);
  const added = lists.filter((mention) => !overlaps(mention));
  return [...found, ...added].sort((a, b) => a.start - b.start);
}
