/** Reads the roles that stand beside names: before, after, shared over a list, given by an appointment. */
import type { Line } from './line';
import type { PersonMention } from './people';
import { isAddress, titleEndingAt, titleStartingAt } from './titles';

/** Longest organisation and division prefix of a title, in UTF-16 units. */
const LONGEST_PREFIX = 30;
/** Most titles that one person carries before the name. */
const MOST_TITLES = 8;
const BETWEEN_TITLE_AND_NAME = /[\s::是]/;
const LONGEST_GROUP = 10;

/** The last of these before a title ends the clause that the title's organisation belongs to. */
const PREFIX_STOP =
  /[^\p{Script=Han}0-9A-Za-z·]|[0-9]日|上午|下午|当[天日]|今[天日]|昨[天日]|近日|日前|以及|(?<!资源|教育|运输|事务|库务|山艺|文化|卫生|住房|工业|发展|旅游|生活|规划|信息|商务|宣传|保障|经济|交通|农业|体育|科学|科技|国防|应急|环境|政制|民政|园林|人才|民族)[和与及]|由|是|为(?!民)|任命|时任|现任|新当选|在|到(?!任)|来自|向|对(?!外|台|口)|请|随(?!州|县)|有(?!限|色|关)|了|着|被|的|让|给|把|将(?!乐)|就|陪同|会见|接见|拜访|看望|邀请|特邀|代表(?!大会|团|处|队|委员)|率|带领|出席|参加|听取|主持|前往|走访|感谢|欢迎|祝贺|经(?!济|开|营|理|贸|信|委|发)|据|称|说|表示|介绍|要求|同(?!志|安|江|德|仁|心|济)|我[省市县区州镇乡校院局]|本[省市县区州镇乡校院局]|该[省市县区州镇乡校院局村]|希望|期待|找来|谢谢|约上|同埋|其他|也|推选|选举|聘请|聘任|委派|决定|接受|批准|免去|辞去|其中|包括|等(?!级)/gu;
const NEEDS_MORE = /^(?:局|处|科)$/;
const APPOINTED =
  /^(?:同志)?(?:,?(?:现|拟|被)?(?:任命|选举|推选|聘任|聘请)?(?:为|任(?!用|内|职|期)|担任|出任|兼任|当选为?|就任|接任|辞去(?:的)?))([^,。;:!?()“”]{2,60})/u;
const OFFICE_END = /(?:的?职务|一职|的请求|请求)+.*$/;
const PARENTHESISED = /^\(([^()]{2,30})\)/;
/** Titles that behind a name are a verb: 张三代表市政府. */
const NOT_BEHIND = new Set(['代表', '夫人', '导演', '指挥', '编辑', '摄影', '设计', '翻译', '督导', '主管', '领队']);
/** Between two names of a list: nothing, a sign, a word, or an item that is no known name. */
const LIST_JOIN = /^(?:(?:、|和|与|及|以及|\s)?|、\p{Script=Han}{2,4}、)$/u;
/** 等区领导, 等县四套班子领导; without 等 only the short 县领导. */
const GROUP_AFTER =
  /^(?:等((?:(?![和与及的在到对])\p{Script=Han}){0,8}?(?:领导|负责人|负责同志))|([省市县区州镇乡校]领导))/u;

/** Roles of each mention, as the original text states them, in the order of `mentions` (one line's, left to right). */
export function rolesOfLine(line: Line, mentions: readonly PersonMention[]): string[][] {
  const roles = mentions.map((mention, index) =>
    mention.credit ? [mention.credit] : ownRoles(line, mention, mentions[index - 1], mentions[index + 1]),
  );
  shareForward(line, mentions, roles);
  shareBackward(line, mentions, roles);
  return roles;
}

function ownRoles(
  line: Line,
  mention: PersonMention,
  previous: PersonMention | undefined,
  next: PersonMention | undefined,
): string[] {
  const roles = rolesBefore(line, mention.start, previous?.end);
  const after = roleAfter(line, mention, next, roles.length > 0);
  if (after && !roles.includes(after)) roles.push(after);
  for (const role of appointedRoles(line, mention.end)) if (!roles.includes(role)) roles.push(role);
  return roles;
}

/**
 * 区委常委、区委书记 before a name: each title with the organisation and division it is written with, but for what stands
 * before `from`.
 */
export function rolesBefore({ text, original }: Line, nameStart: number, from = 0): string[] {
  const roles: string[] = [];
  let end = BETWEEN_TITLE_AND_NAME.test(text.charAt(nameStart - 1)) ? nameStart - 1 : nameStart;
  while (roles.length < MOST_TITLES) {
    const title = titleEndingAt(text, end);
    if (!title || isAddress(title)) break;
    const titleStart = end - title.length;
    if (titleStart < from) break;
    const start = prefixStart(text, titleStart, from);
    if (!NEEDS_MORE.test(text.slice(start, end))) roles.unshift(original.slice(start, end));
    if (text.charAt(start - 1) !== '、') break;
    end = start - 1;
  }
  return roles;
}

/** Where the organisation and division before a title begin. */
function prefixStart(text: string, titleStart: number, least: number): number {
  const from = Math.max(least, titleStart - LONGEST_PREFIX);
  let start = from;
  for (const stop of text.slice(from, titleStart).matchAll(PREFIX_STOP)) start = from + stop.index + stop[0].length;
  return start;
}

/** `hasOwn` says that the office stands before the name already: then 等县领导 names the others. */
function roleAfter(line: Line, mention: PersonMention, next: PersonMention | undefined, hasOwn: boolean): string {
  const { text, original } = line;
  const parenthesis = PARENTHESISED.exec(text.slice(mention.end, mention.end + 34));
  if (parenthesis) {
    const content = parenthesis[1] ?? '';
    return titleEndingAt(content, content.length)
      ? original.slice(mention.end + 1, mention.end + 1 + content.length)
      : '';
  }
  const group = GROUP_AFTER.exec(text.slice(mention.end, mention.end + LONGEST_GROUP + 1));
  if (group && !hasOwn) {
    const end = mention.end + group[0].length;
    return original.slice(end - (group[1] ?? group[2] ?? '').length, end);
  }
  const title = titleStartingAt(text, mention.end);
  if (!title || isAddress(title) || NOT_BEHIND.has(title)) return '';
  const end = mention.end + title.length;
  return next?.start === end ? '' : original.slice(mention.end, end);
}

/** 任滨海新区人民政府副区长、代理区长 behind a name. */
export function appointedRoles({ text, original }: Line, nameEnd: number): string[] {
  const match = APPOINTED.exec(text.slice(nameEnd, nameEnd + 70));
  if (!match) return [];
  const office = (match[1] ?? '').replace(OFFICE_END, '');
  const roles: string[] = [];
  let start = nameEnd + match[0].length - (match[1] ?? '').length;
  for (const part of office.split('、')) {
    if (titleEndingAt(part, part.length)) roles.push(original.slice(start, start + part.length));
    start += part.length + 1;
  }
  return roles;
}

/** 副市长A、B、C: the title before the first holds for the list. */
function shareForward({ text }: Line, mentions: readonly PersonMention[], roles: string[][]): void {
  for (let index = 1; index < mentions.length; index += 1) {
    const previous = mentions[index - 1];
    const mention = mentions[index];
    if (!previous || !mention || mention.credit || roles[index]?.length) continue;
    if (LIST_JOIN.test(text.slice(previous.end, mention.start))) roles[index] = [...(roles[index - 1] ?? [])];
  }
}

/** A、B、C等区领导: the title behind the last holds for the list. */
function shareBackward({ text }: Line, mentions: readonly PersonMention[], roles: string[][]): void {
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const next = mentions[index + 1];
    const mention = mentions[index];
    if (!next || !mention || mention.credit || roles[index]?.length) continue;
    if (
      LIST_JOIN.test(text.slice(mention.end, next.start)) &&
      rolesBefore({ index: 0, original: text, text }, next.start).length === 0
    ) {
      roles[index] = [...(roles[index + 1] ?? [])];
    }
  }
}
