/** Reads the header of an official document (公文): the card of 索引号, 文号, 发文机关 … around or inside the article. */

import type { DocumentCard } from './article';
import type { Body } from './body';
import { datesIn } from './dates-as-shown';
import { contains, type Outline } from './outline';
import type { PageContext } from './page-context';

export interface FoundCard {
  card: DocumentCard;
  /** Indexes of the lines that display it. */
  lines: number[];
}

/** Labels without their inner spaces, in both scripts. */
const CARD_LABELS: Record<keyof DocumentCard, string> = {
  indexNumber: '索引号 索引號 信息索引 索取号 信息索引号 索引编号',
  topic: '主题分类 主題分類 信息分类 信息类别 公开类别 分类 体裁分类 组配分类 主题 类别 文件类型 公文种类',
  issuer:
    '发文机关 發文機關 发文机构 发布机构 發布機構 发布机关 發布機關 发文单位 發文單位 制发机关 制定机关 公开主体 公开责任部门 责任部门 信息来源单位 印发机关 发布单位 發布單位 制发单位 公开机构 所属机构 部门 信息提供单位',
  documentNumber:
    '文号 文號 发文字号 發文字號 发文号 文件编号 文件号 公文文号 发布文号 字号 发文文号 公文字号 文件字号',
  title: '标题 標題 名称 名稱 信息名称 文件名称 公文标题 公文名称 信息标题 文件标题',
  written:
    '成文日期 生成日期 生成时间 发文日期 發文日期 印发日期 制发日期 成文时间 签署日期 产生日期 形成日期 签发日期 文件日期',
  published: '发布日期 發布日期 发布时间 发文时间 公开日期 公开时间 公布日期 信息公开日期 上网时间',
  validity: '有效性 时效性 時效性 效力状态 是否有效 有效状态 时效 文件状态 文件有效性 效力',
  keywords: '关键词 關鍵詞 主题词 主題詞 关键字',
};

const NAME_OF_LABEL = new Map(
  (Object.entries(CARD_LABELS) as [keyof DocumentCard, string][]).flatMap(([name, labels]) =>
    labels.split(' ').map((label) => [label, name] as const),
  ),
);

/** Labels of cards that name no field here; they end the value before them. */
const OTHER_LABELS = new Set(
  '公开方式 公开时限 公开范围 公开形式 生效日期 生效时间 实施日期 施行日期 废止日期 废止时间 失效日期 失效时间 内容概述 内容概要 概述 语种 服务对象 信息格式 保管期限 审核程序 责任人 联系电话 文件下载 载体类型 记录形式 收件单位 来源 编辑 浏览次数 信息来源'.split(
    ' ',
  ),
);

/** Labels that datelines, menus and tables of data use as well: they count only next to labels that only cards use. */
const SHARED_LABELS = new Set(
  '发布日期 發布日期 发布时间 发文时间 公开日期 公开时间 公布日期 发布单位 發布單位 发布机构 發布機構 责任部门 信息提供单位 部门 分类 主题 类别 时效 标题 標題 名称 名稱 关键字 关键词 關鍵詞 字号 效力'.split(
    ' ',
  ),
);
/** A card shows at least this many fields; with one that only it can show fewer are enough. */
const FEWEST_FIELDS = 3;
const FEWEST_WITH_NUMBER = 2;

const LINES_BEFORE_BODY = 90;
const LINES_INTO_BODY = 40;
const LINES_AFTER_BODY = 60;
const LONGEST_VALUE = 160;

const COLON = /[:：∶]/gu;
/** A label with its inner spaces is at most this long. */
const LONGEST_LABEL = 20;

/** 教思政厅函〔2024〕10号 and its bracket variants, as a line of its own. */
const DOCUMENT_NUMBER =
  /^[\s（(]*((?:\p{Script=Han}|[A-Z]){1,20}[\s]?[〔［[【（(]\s*\d{4}\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*[号號])[\s）)]*$/u;
const LINES_TO_NUMBER = 6;

const squeeze = (text: string): string => text.replace(/[\s\u3000]+/g, '');

/** `text` with the year's brackets as 〔〕 and without spaces. */
export function normalisedDocumentNumber(text: string): string {
  return squeeze(text)
    .replace(/[［[【（(](\d{4})[］\]】）)]/u, '〔$1〕')
    .replace(/号號/, '号');
}

interface Pair {
  label: string;
  /** Null for labels that name no field here. */
  name: keyof DocumentCard | null;
  value: string;
  line: number;
  valueLine: number;
}

/** The card of the page, from a table, a list, a grid, or the number under the headline; null when there is none. */
export function findCard(page: PageContext, body: Body): FoundCard | null {
  const pairs = cardPairs(page, body);
  const values = new Map<keyof DocumentCard, string>();
  for (const { name, value } of pairs) if (name !== null && value !== '' && !values.has(name)) values.set(name, value);
  const numbered = values.has('indexNumber') || values.has('documentNumber');
  if (values.size >= (numbered ? FEWEST_WITH_NUMBER : FEWEST_FIELDS)) {
    const lines = new Set(pairs.flatMap(({ line, valueLine }) => [line, valueLine]));
    return { card: cardOf(values), lines: [...lines].sort((a, b) => a - b) };
  }
  const number = numberInText(page, body);
  return number === null ? null : { card: { documentNumber: number }, lines: [] };
}

/** The labelled values around and in the opening of the body, shared labels only where they stand among the card's own; the published day, which the dateline shows as often, from anywhere. */
function cardPairs({ outline }: PageContext, body: Body): Pair[] {
  const { lines } = outline;
  const pairs: Pair[] = [];
  const last = Math.min(lines.length, body.lineEnd + LINES_AFTER_BODY);
  for (let index = Math.max(0, body.lineStart - LINES_BEFORE_BODY); index < last; index++) {
    if (index === body.lineStart + LINES_INTO_BODY && index < body.lineEnd) index = body.lineEnd;
    const line = lines[index];
    if (line !== undefined && line.text.length <= LONGEST_VALUE && line.linked < line.text.length)
      pairs.push(...pairsOf(outline, index));
  }
  const own = pairs.filter(({ label, name }) => name !== null && !SHARED_LABELS.has(label)).map(({ line }) => line);
  if (own.length === 0) return [];
  const { lineStart, lineEnd } = extentOf(outline, own, body);
  return pairs.filter(({ label, name, line }) => {
    if (!SHARED_LABELS.has(label) || (line >= lineStart && line < lineEnd)) return true;
    return name === 'published' && own.length >= FEWEST_FIELDS;
  });
}

/** The lines of the innermost element around the card's own labels; only those between them where that element holds the body, too. */
function extentOf(outline: Outline, own: readonly number[], body: Body): { lineStart: number; lineEnd: number } {
  const { elements, lines } = outline;
  const [first, last] = [Math.min(...own), Math.max(...own)];
  let around = lines[first]!.block;
  while (around > 0 && !contains(outline, around, lines[last]!.block)) around = elements[around]!.parent;
  return contains(outline, around, body.container) ? { lineStart: first, lineEnd: last + 1 } : elements[around]!;
}

function labelOf(text: string): { label: string; name: keyof DocumentCard | null } | null {
  const label = squeeze(text).replace(/[:：∶【】[\]]/gu, '');
  const name = NAME_OF_LABEL.get(label);
  if (name !== undefined) return { label, name };
  return OTHER_LABELS.has(label) ? { label, name: null } : null;
}

/** The known label that ends at `end`, its inner spaces included, from the start of a word. */
function labelBefore(
  text: string,
  end: number,
): { label: string; name: keyof DocumentCard | null; start: number } | null {
  for (let start = Math.max(0, end - LONGEST_LABEL); start < end - 1; start++) {
    if (start > 0 && !/[\s\u3000【[|]/u.test(text[start - 1]!)) continue;
    const found = labelOf(text.slice(start, end));
    if (found !== null && !/^[\s\u3000]/u.test(text.slice(start))) return { ...found, start };
  }
  return null;
}

/** Whether the text is or begins with a label that only cards use. */
export function isCardLabel(text: string): boolean {
  if (text.length > LONGEST_VALUE) return false;
  const colon = text.search(COLON);
  const found =
    colon > 0 && colon <= LONGEST_LABEL
      ? labelBefore(text, colon)
      : text.length <= LONGEST_LABEL
        ? labelOf(text)
        : null;
  return found !== null && found.name !== null && !SHARED_LABELS.has(found.label);
}

/** The labelled values of a line: `label：value` once or more, or a label whose value is the next line. */
function pairsOf(outline: Outline, line: number): Pair[] {
  const { text } = outline.lines[line]!;
  const alone = text.length <= LONGEST_LABEL ? labelOf(text) : null;
  if (alone !== null) return [{ ...alone, ...valueBehind(outline, line), line }];
  const found = [...text.matchAll(COLON)].flatMap(({ index }) => {
    const label = labelBefore(text, index);
    return label === null ? [] : [{ ...label, end: index + 1 }];
  });
  return found.map(({ label, name, end }, index): Pair => {
    const value = text
      .slice(end, found[index + 1]?.start ?? text.length)
      .replace(/^[\s\u3000】\]]+|[\s\u3000|]+$/gu, '');
    return { label, name, value, line, valueLine: line };
  });
}

/** The value of a label that stands alone: the next cell, the `dd` behind a `dt`, or the next line unless that is a label or heading. */
function valueBehind({ elements, lines }: Outline, line: number): { value: string; valueLine: number } {
  const none = { value: '', valueLine: line };
  const { block } = lines[line]!;
  const holder = elements[block]!.cell >= 0 ? elements[block]!.cell : block;
  const following = elements[elements[holder]!.last + 1];
  const isPaired = following !== undefined && VALUE_TAGS.has(following.tag) && LABEL_TAGS.has(elements[holder]!.tag);
  if (isPaired && (following.lineStart !== line + 1 || following.lineEnd === following.lineStart)) return none;
  const next = lines[line + 1];
  if (next === undefined || next.text.length > LONGEST_VALUE || /^h[1-6]$/.test(elements[next.block]!.tag)) return none;
  const colon = next.text.search(COLON);
  const isLabel = labelOf(next.text) !== null || (colon > 0 && labelBefore(next.text, colon) !== null);
  return isLabel ? none : { value: next.text, valueLine: line + 1 };
}

const LABEL_TAGS = new Set(['dt', 'td', 'th']);
const VALUE_TAGS = new Set(['dd', 'td', 'th']);

function cardOf(values: ReadonlyMap<keyof DocumentCard, string>): DocumentCard {
  const card: DocumentCard = {};
  for (const [name, value] of values) {
    if (/^[-—－\s\u3000/无無暂]*$/u.test(value)) continue;
    if (name === 'documentNumber') card[name] = normalisedDocumentNumber(value);
    else if (name === 'written' || name === 'published') card[name] = datesIn(value)[0]?.day ?? value;
    else card[name] = value;
  }
  return card;
}

/** A 文号 that stands alone on one of the body's first lines or right before them. */
function numberInText(page: PageContext, body: Body): string | null {
  const from = Math.max(0, body.lineStart - 3);
  for (const { text } of page.outline.lines.slice(from, Math.min(body.lineEnd, body.lineStart + LINES_TO_NUMBER))) {
    const match = text.length <= 40 ? DOCUMENT_NUMBER.exec(text) : null;
    if (match !== null) return normalisedDocumentNumber(match[1]!);
  }
  return null;
}
