/**
 * The words with which portals label their fields, in both scripts, and how a labelled value is read off a line.
 * Labels are matched with spaces between their characters (`来 源`) and with readings inserted by mirrors (`發(fā)布時(shí)間`).
 */

/** A reading that a mirror put behind a character: `(yáng)`, `(luò )`. Tone-marked or toneless, half-width brackets. */
const INSERTED_READING = /(?<=\p{Script=Han})\([a-zA-Zɑāáǎàōóǒòēéěèêīíǐìūúǔùǖǘǚǜüńňǹḿ]{1,7} ?\)/gu;

export interface PlainText {
  text: string;
  /** Offset in the original of the plain text's character `offset`; its length for the end. */
  at(offset: number): number;
}

/** The text without inserted readings, with a way back to the original's offsets. */
export function withoutReadings(text: string): PlainText {
  if (!text.includes('(')) return { text, at: (offset) => offset };
  const cuts: { before: number; length: number }[] = [];
  let removed = 0;
  const plain = text.replace(INSERTED_READING, (reading, index: number) => {
    cuts.push({ before: index - removed, length: reading.length });
    removed += reading.length;
    return '';
  });
  return {
    text: plain,
    at: (offset) => offset + cuts.reduce((sum, cut) => (cut.before <= offset ? sum + cut.length : sum), 0),
  };
}

export type FieldName = 'published' | 'updated' | 'written' | 'source' | 'author' | 'editor';

/** Longest first within a field, so that a label is not read as the shorter one it contains. */
const FIELD_LABELS: Record<FieldName, string[]> = {
  published:
    '发布日期 發布日期 發佈日期 发布时间 發布時間 發佈時間 发表时间 發表時間 发表日期 發表日期 发文时间 刊登日期 刊发时间 公布日期 公佈日期 公告日期 上版日期 上版時間 上架日期 張貼日期 张贴日期 刊載日期 新聞日期 發稿日期 發稿時間 发稿时间 發文日期 录入时间 录入日期 添加时间 加入时间 建立日期 编辑日期 发布于 發佈於 發布於 文章发布时间 信息时间 日期 时间 時間'.split(
      ' ',
    ),
  updated:
    '更新时间 更新時間 更新日期 最後更新日期 最后更新日期 最後更新時間 最後更新 最近更新 修改时间 資料更新 修正日期 覆檢日期 修訂日期 上次修訂日期'.split(
      ' ',
    ),
  written: '成文日期 成文时间 生成日期 生成时间 发文日期 製作日期 制作日期 印发日期 成文日期'.split(' '),
  source:
    '信息来源 信息來源 文章来源 文章來源 稿件来源 稿件來源 新闻来源 新聞來源 消息来源 消息來源 资料来源 資料來源 内容来源 內容來源 转载来源 来源单位 来源于 來源於 来源 來源 信息提供单位 信息提供 供稿单位 供稿單位 供稿部门 供稿 来稿单位 发布单位 發布單位 發佈單位 发布机构 發布機構 发布机关 發布機關 發布機關單位 發布科室 發佈科室 发布部门 發布部門 新聞發布單位 公告單位 主辦單位 資料提供單位 提供單位 提供机关 責任部門 责任部门 撰寫單位 發文單位 資料維護單位 資料維護 出处 出處 出自'.split(
      ' ',
    ),
  author: '作者 发布者 發布者 发布人 發布人 文字 记者 記者 撰稿 撰稿人 撰文 通讯员'.split(' '),
  editor: '责任编辑 責任編輯 责任編輯 责编 責編 编辑 編輯 信息编辑 编发 責任編輯人'.split(' '),
};

/** Labels that name who put a page up rather than where its text is from: weaker than 来源 where a page has both. */
const PUBLISHER_LABELS = new Set(
  FIELD_LABELS.source.filter((label) => /[发發]布|[发發]佈|主辦|提供|責任|责任|公告單位|撰寫|發文|維護/.test(label)),
);

/** Labels that end a value on the same line without being fields of the article. */
const OTHER_LABELS =
  '浏览次数 瀏覽次數 浏览量 浏览数 浏览 瀏覽人次 瀏覽人數 瀏覽數 阅读次数 閱讀次數 阅读量 阅读数 阅读 點閱次數 點閱人次 點閱數 點閱 点击次数 點擊次數 點擊數 点击率 点击量 点击数 点击 访问次数 访问量 人气 觀看次數 推薦人次 字体大小 字型大小 字级 字級 字体 字體 字号 字號 文字大小 视力保护色 保护视力色 打印本页 打印 列印 友善列印 轉寄好友 转寄 关闭窗口 关闭本页 关闭 關閉 收藏 分享到 分享至 分享 朗读 语音播报 扫一扫 审核 审核人 校对 审稿 签发 签发人 摄影 攝影 所属栏目 所屬欄目 栏目 分類 分类 关键词 關鍵詞 关键字 标签 聯絡電話 联系电话 聯絡人 聯絡單位 更新頻率 繁体 返回 上一篇 下一篇 下载 信息整理 資料類別 資料點閱次數 張貼人 索引号 文号 発布机构 语音 大 中 小 【'.split(
    ' ',
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const spaced = (label: string): string => [...label].map(escaped).join('[\\s\\u3000]*');
const longestFirst = (labels: readonly string[]): string[] => [...new Set(labels)].sort((a, b) => b.length - a.length);
const alternatives = (labels: readonly string[]): string => longestFirst(labels).map(spaced).join('|');

const FIELD_OF_LABEL = new Map<string, FieldName>(
  (Object.entries(FIELD_LABELS) as [FieldName, string[]][]).flatMap(([field, labels]) =>
    labels.map((label) => [label, field] as const),
  ),
);

/** Colons and brackets that part a label from its value. */
const COLON = '[:：∶﹕︰]';
const ANY_COLON = new RegExp(COLON, 'u');
/** A label alone in its cell, spaced out or with inserted readings, is shorter than this. */
const LONGEST_BARE_LABEL = 80;

/** A label of this length is one even where it follows another character without a space. */
const LONG_LABEL = 4;

const ALL_LABELS = [...FIELD_OF_LABEL.keys(), ...OTHER_LABELS.filter((label) => label.length > 1)];
const LABEL_WITH_COLON = new RegExp(
  `(?:(?<!\\p{Script=Han})|(?=(?:${alternatives(ALL_LABELS.filter((label) => label.length >= LONG_LABEL))})[\\s\\u3000]*${COLON}))(${alternatives(ALL_LABELS)})[\\s\\u3000]*${COLON}[\\s\\u3000]*`,
  'gu',
);
/** What closes a value: a known word behind a separator, or any word with a colon behind a space. */
const CLOSING_WORD = new RegExp(
  `[\\s\\u3000]+\\p{Script=Han}{2,6}${COLON}|[\\s\\u3000|｜/【\\[（(]+(?:${alternatives(ALL_LABELS.filter((label) => !/^(?:日期|时间|時間|记者|記者|文字|编辑|編輯|作者|中|大|小)$/.test(label)))})(?=[\\s\\u3000:：∶|｜【】\\[\\]（()）]|$)`,
  'u',
);
const BARE_LABEL = new RegExp(
  `^[\\s\\u3000]*(${alternatives([...FIELD_OF_LABEL.keys()])})[\\s\\u3000]*${COLON}?[\\s\\u3000]*$`,
  'u',
);

export interface LabelledValue {
  field: FieldName;
  label: string;
  /** As displayed, trimmed; empty when the label stands alone. */
  value: string;
  /** The label names the publisher rather than the source of the text. */
  weak: boolean;
  start: number;
  end: number;
}

const squeeze = (text: string): string => text.replace(/[\s\u3000]+/g, '');

/** Every labelled field of a line, in order. Values keep the page's own characters. */
export function labelledValues(line: string): LabelledValue[] {
  if (!ANY_COLON.test(line)) return [];
  const plain = withoutReadings(line);
  const marks = [...plain.text.matchAll(LABEL_WITH_COLON)];
  return marks.flatMap((mark, index): LabelledValue[] => {
    const label = squeeze(mark[1]!);
    const field = FIELD_OF_LABEL.get(label);
    if (field === undefined) return [];
    const from = mark.index + mark[0].length;
    const until = marks[index + 1]?.index ?? plain.text.length;
    const part = plain.text.slice(from, until);
    const closed = CLOSING_WORD.exec(part);
    const length = closed === null ? part.length : closed.index;
    const start = plain.at(from);
    const raw = line.slice(start, length === 0 ? start : plain.at(from + length - 1) + 1);
    return [
      {
        field,
        label,
        value: trimmedValue(withReadingEnd(line, start, raw)),
        weak: PUBLISHER_LABELS.has(label),
        start: plain.at(mark.index),
        end: plain.at(from + length),
      },
    ];
  });
}

/** Takes a reading that belongs to the value's last character into the value. */
function withReadingEnd(line: string, start: number, raw: string): string {
  const rest = line.slice(start + raw.length);
  const reading = /^\([a-zA-Zɑāáǎàōóǒòēéěèêīíǐìūúǔùǖǘǚǜüńňǹḿ]{1,7} ?\)/u.exec(rest);
  return reading === null ? raw : raw + reading[0];
}

const EDGES = /^[\s\u3000|｜\-—_,，;；:：、]+|[\s\u3000|｜\-—_,，;；、【[（(]+$/gu;

function trimmedValue(raw: string): string {
  const value = raw.replace(EDGES, '');
  const bracketed = /^[（(【[](.*)[）)】\]]$/u.exec(value);
  if (bracketed && !/[（(【[）)】\]]/u.test(bracketed[1]!)) return bracketed[1]!.trim();
  return /[）)】\]]$/u.test(value) && !/[（(【[]/u.test(value) ? value.slice(0, -1).trimEnd() : value;
}

/** The field that a text names when the text is a label and nothing else, as in a table's or list's label cell. */
export function bareLabel(text: string): { field: FieldName; label: string; weak: boolean } | null {
  if (text.length > LONGEST_BARE_LABEL) return null;
  const match = BARE_LABEL.exec(withoutReadings(text).text);
  if (match === null) return null;
  const label = squeeze(match[1]!);
  return { field: FIELD_OF_LABEL.get(label)!, label, weak: PUBLISHER_LABELS.has(label) };
}
