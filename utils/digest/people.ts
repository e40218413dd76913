/** Finds people by the shape of their names together with evidence beside them; a name without evidence is no person. */
import type { Line } from './line';
import { type Counts, countNames, hasCommonSurname, type NameCandidate, nameAt } from './names';
import { appointedRoles } from './roles';
import { Spans } from './spans';
import { surnameLengthAt } from './surnames';
import { isAddress, isEverybody, titleEndingAt, titleStartingAt } from './titles';
import { CREDIT_LABELS, STRONG_ACTIONS, VERBAL_SURNAMES } from './vocabulary';

/** What shows that a name is one; `tagger` when nothing but the tagger does. */
export type Evidence = 'title before' | 'title after' | 'list' | 'credit' | 'action' | 'appointment' | 'tagger';

/** One place where evidence shows a person. Offsets are UTF-16 offsets into the line. */
export interface PersonMention {
  line: number;
  start: number;
  end: number;
  evidence: Evidence;
  /** The label of a credit (记者, 责编); '' for the people a text is about. */
  credit: string;
}

const CREDIT = new RegExp(
  `(?:^|[^\\p{Script=Han}]|[讯电])(?:(${CREDIT_LABELS})\\s{0,2}[::/|]?|([文图摄])(?:\\s{0,2}[::/|]|\\s))\\s{0,2}(?=\\p{Script=Han})`,
  'gu',
);
const CREDIT_END = /^(?:$|[^\p{Script=Han}]|文|图|摄|报道|报导|通讯员|记者|实习)/u;
/** Of a foreign name, in UTF-16 units. */
const LONGEST_FIRST_PART = 6;
const CREDIT_SEPARATOR = /^\s{0,2}(?:[、,/]\s{0,2}|\s)/;
const LIST_SEPARATOR = /^(?:、|,\s?|\s{1,2}|和|与|及|以及|暨)/;
/** One item of a list that is no name of a known shape does not end the list. */
const SKIPPED_ITEM = /^、\p{Script=Han}{2,4}、$/u;
/** A name with its title behind it may stand directly behind a body that is named by its kind alone: 劳工局林淑媛局长. */
const BODY_BEFORE = /[局府会院厅部处科委办署社所站队校司]$/;
/** Nothing but the end of a clause, or these words, stands before a name that its action or title shows. */
const CLAUSE_START = /(?:^|[,。;:!?、“”()《》\s|>】]|由|让|请|随|陪同|图为|和|与|及|[日天午晚]|对)$/;
const APPOINTMENT = /(?:任命|决定任命|免去|选举|推选|补选|提名|推荐|接受|批准)$/;
const OFFICE_FOLLOWS = /^(?:同志)?(?:为|任|担任|出任|当选|辞去|的)/;
/** So many names behind a colon need no other sign. */
const LONG_LIST = 3;
/** A list of people that has its evidence only behind its last name: items are two to four characters. */
const BARE_LIST = /(?<=^|[,。;:!?“”()\s由请和与为有是])\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){1,40}/gu;
/** 任郭村党总支书记 is a village and its secretary, 路政署 an office. */
const ENDS_LIKE_BODY = /[村镇乡县区市省局厅部院党署处科委]$/;
/** Titles so unlike anything else that the name before them needs no other sign. */
const HEAD_OF_STATE = /^(?:总书记|国家主席|总理)/;
const OFFICE_IN_PARENTHESES = /^\((?:时任|现任|原任|男,|女,|([^()]{2,30})\))/;
/** What follows a list of people: a group's name, a number of people, what people do together. */
const GROUP_FOLLOWS =
  /^(?:\p{Script=Han}{0,8}?领导|[一二三四五六七八九十0-9]+(?:人|位|名)|一同|一起|共同|随同|同行|全程|应邀|参加)/u;
/** Names in parentheses at the end of a line or behind 讯 are the writers': (王小明 李四). */
const SIGNATURE = /(?:(?<=[讯电])\(([^()]{2,20})\)|\(([^()]{2,30})\)\s*$)/;
const SIGNATURE_PART = /[^、,\s]+/g;

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
    const mention =
      credit ?? (known.has(line.index, start) ? null : mentionAt(line, start, previousEnd, counts, known));
    if (!mention) continue;
    found.push(mention);
    previousEnd = mention.end;
  }
  return merge(found, findBareLists(line, counts, known));
}

function mentionAt(line: Line, start: number, previousEnd: number, counts: Counts, known: Spans): PersonMention | null {
  const { text } = line;
  if (surnameLengthAt(text, start) === 0 && !looksTransliterated(text, start)) return null;
  const candidate = nameAt(text, start, counts);
  if (!candidate) return null;
  const evidence = evidenceFor(line, start, candidate, previousEnd, counts, known);
  return evidence ? { line: line.index, start, end: candidate.end, evidence, credit: '' } : null;
}

/** The first part of a foreign name ends in a dot. */
function looksTransliterated(text: string, start: number): boolean {
  const dot = text.slice(start, start + LONGEST_FIRST_PART + 1).search(/[·.]/);
  return dot > 0;
}

function evidenceFor(
  line: Line,
  start: number,
  candidate: NameCandidate,
  previousEnd: number,
  counts: Counts,
  known: Spans,
): Evidence | null {
  const { text } = line;
  const { end, boundary } = candidate;
  const name = text.slice(start, end);
  const common = hasCommonSurname(text, start) || /[·.]/.test(name);
  const repeated = (counts.get(name) ?? 0) > 1;
  const long = end - start > 2;
  const title = titleBefore(text, start);
  if (!title && (isOfficeOfNext(text, end, counts) || (long && ENDS_LIKE_BODY.test(name)))) return null;
  if (
    previousEnd >= 0 &&
    (isSeparated(text, previousEnd, start) || (previousEnd === start && long && common)) &&
    (boundary === 'clear' || (common && boundary !== 'none'))
  ) {
    return 'list';
  }
  if (title && isNamedByTitle(text, start, title, { common, repeated, long, boundary })) return 'title before';
  if (!common) return null;
  const before = text.slice(Math.max(0, start - 6), start);
  if (APPOINTMENT.test(before) && OFFICE_FOLLOWS.test(text.slice(end, end + 4))) return 'appointment';
  const titleFollows = long && titleStartingAt(text, end) !== '';
  if (HEAD_OF_STATE.test(text.slice(end, end + 4))) return 'title after';
  if (titleFollows && (known.has(line.index, start - 1) || BODY_BEFORE.test(before))) return 'title after';
  if (!CLAUSE_START.test(before)) return null;
  if (titleFollows || hasOfficeInParentheses(text, end)) return 'title after';
  if (appointedRoles(line, end).length > 0) return 'appointment';
  return STRONG_ACTIONS.startingAt(text, end) && (long || repeated) ? 'action' : null;
}

/** 喜北里长林某: the title behind belongs to the name behind it, and what stands before is the place of the office. */
function isOfficeOfNext(text: string, end: number, counts: Counts): boolean {
  const title = titleStartingAt(text, end);
  if (!title || isAddress(title) || title === '夫人') return false;
  const next = nameAt(text, end + title.length, counts);
  return next !== null && next.boundary !== 'none' && next.boundary !== 'character';
}

/** 王小明(市教育局局长), or the beginning of a life: (男,…. */
function hasOfficeInParentheses(text: string, end: number): boolean {
  const match = OFFICE_IN_PARENTHESES.exec(text.slice(end, end + 34));
  if (!match) return false;
  return match[1] === undefined || titleEndingAt(match[1], match[1].length) !== '';
}

interface Shape {
  common: boolean;
  repeated: boolean;
  long: boolean;
  boundary: NameCandidate['boundary'];
}

/** The less a title or a surname says, the clearer must the name end. */
function isNamedByTitle(
  text: string,
  start: number,
  title: string,
  { common, repeated, long, boundary }: Shape,
): boolean {
  const ends = boundary === 'clear' || boundary === 'word';
  if (VERBAL_SURNAMES.has(text.charAt(start))) return repeated && long;
  if (isEverybody(title)) return common && ends && (long || repeated);
  if (boundary === 'clear' || (long && ends)) return true;
  return common && (boundary !== 'none' || repeated);
}

/** A title directly before, or a blank or colon away; '' for one that belongs to a surname before it (周书记). */
function titleBefore(text: string, start: number): string {
  const end = /[\s::]/.test(text.charAt(start - 1)) ? start - 1 : start;
  const title = titleEndingAt(text, end);
  if (!title || isAddress(title)) return '';
  const titleStart = end - title.length;
  if (titleStartingAt(text, titleStart).length > title.length) return '';
  const isOfSurname =
    hasCommonSurname(text, titleStart - 1) &&
    CLAUSE_START.test(text.slice(Math.max(0, titleStart - 7), titleStart - 1));
  return isOfSurname ? '' : title;
}

function isSeparated(text: string, previousEnd: number, start: number): boolean {
  const between = text.slice(previousEnd, start);
  return (between.length <= 2 && LIST_SEPARATOR.exec(between)?.[0] === between) || SKIPPED_ITEM.test(between);
}

function findCredits(line: Line, counts: Counts): PersonMention[] {
  const found: PersonMention[] = [];
  for (const match of line.text.matchAll(CREDIT)) {
    const labelStart = match.index + match[0].indexOf(match[1] ?? match[2] ?? '');
    const label = line.original.slice(labelStart, labelStart + (match[1] ?? match[2] ?? '').length);
    let at = match.index + match[0].length;
    for (;;) {
      const candidate = nameAt(line.text, at, counts);
      if (
        !candidate ||
        candidate.boundary === 'none' ||
        !CREDIT_END.test(line.text.slice(candidate.end, candidate.end + 3))
      )
        break;
      found.push({ line: line.index, start: at, end: candidate.end, evidence: 'credit', credit: label });
      const separator = CREDIT_SEPARATOR.exec(line.text.slice(candidate.end, candidate.end + 4));
      if (!separator) break;
      at = candidate.end + separator[0].length;
    }
  }
  return found.length > 0 ? found : findSignature(line, counts);
}

/** All parts in the parentheses are names, but for the organisation that may open them. */
function findSignature(line: Line, counts: Counts): PersonMention[] {
  const signature = SIGNATURE.exec(line.text);
  const content = signature?.[1] ?? signature?.[2];
  if (!signature || !content) return [];
  const from = signature.index + 1;
  const parts = [...content.matchAll(SIGNATURE_PART)].map((part) => ({
    start: from + part.index,
    end: from + part.index + part[0].length,
  }));
  const names = parts.filter(({ end, start }, index) => index > 0 || end - start <= 4);
  const areNames = names.every(
    ({ start, end }) => hasCommonSurname(line.text, start) && nameAt(line.text, start, counts)?.end === end,
  );
  return areNames
    ? names.map(
        ({ start, end }): PersonMention => ({ line: line.index, start, end, evidence: 'credit', credit: '作者' }),
      )
    : [];
}

/** 赵长松、居益芬、徐德林等区领导: every item is a name, and a title or what people do follows. */
function findBareLists(line: Line, counts: Counts, known: Spans): PersonMention[] {
  const found: PersonMention[] = [];
  for (const match of line.text.matchAll(BARE_LIST)) {
    const items: PersonMention[] = [];
    let at = match.index;
    for (;;) {
      const candidate = nameAt(line.text, at, counts);
      if (!candidate || candidate.boundary === 'none' || known.has(line.index, at)) break;
      items.push({ line: line.index, start: at, end: candidate.end, evidence: 'list', credit: '' });
      at = candidate.end;
      if (line.text.charAt(at) !== '、') break;
      at += 1;
    }
    const common = items.filter(({ start }) => hasCommonSurname(line.text, start)).length;
    const introduced =
      line.text.charAt(match.index - 1) === ':' && items.length >= LONG_LIST && common === items.length;
    const followed = common * 2 > items.length && isFollowedByPeople(line.text, at);
    if (items.length > 1 && (introduced || followed)) found.push(...items);
  }
  return found;
}

function isFollowedByPeople(text: string, at: number): boolean {
  const from = text.charAt(at) === '等' ? at + 1 : at;
  return (
    titleStartingAt(text, from) !== '' ||
    STRONG_ACTIONS.startingAt(text, from) !== '' ||
    GROUP_FOLLOWS.test(text.slice(from, from + 12))
  );
}

function merge(found: readonly PersonMention[], lists: readonly PersonMention[]): PersonMention[] {
  const taken = new Spans(found);
  return [...found, ...lists.filter((mention) => !taken.overlaps(mention))].sort((a, b) => a.start - b.start);
}
