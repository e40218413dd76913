/** Cuts the names of site and column off a `<title>`, and says when nothing of an article is left. */

/** Marks that portals put between headline, column and site; dashes count with or without spaces. */
const SEPARATOR = /(\s*[_|｜]+\s*|\s*[-–—]{2,}\s*|\s+[-–—>»:：]\s+|[-–—](?=[^-–—]*$)|^\s*[_|｜-]+\s*)/u;

/** Endings of the names of sites, columns and operators. */
const SITE_ENDING =
  /(?:[网網](?:站)?|[门門][户戶](?:[网網]站?)?|人民政府|[专專][栏欄]|公司|集[团團]|[报報]社|[频頻]道|官方[网網]站|官[网網]|首[页頁]|在[线線]|局|委[员員][会會]|[办辦]公[厅廳室]|[厅廳]|[总總]署|部|院|[学學]校|大[学學]|[协協][会會]|中心|客户端|新[闻聞]|公告|公示|[动動][态態]|要[闻聞]|信息|[资資][讯訊]|公[报報]|[门門][户戶]|portal|website|\.(?:cn|com|net|gov)|[栏欄]目|全球資訊網)$/iu;

/** A name is at most this long; longer segments are headlines whatever they end in. */
const LONGEST_NAME = 22;
const SHORTEST_HEADLINE = 6;
const LONGEST_TITLE = 400;

/** Verbs and particles that a name of a body does not hold. */
const SAYS_SOMETHING =
  /[，。！？“”"「」《》：；]|[关關][于於]|召[开開]|[举舉][办辦行]|[调調]研|[开開]展|[发發]布|印[发發]|[启啟][动動]|完成|[参參]加|[会會][见見]|出席|部署|推[进進]|通知|公告|公示|[的了在为為与與将將]/u;

/** Whether the text is the name of a site, a column or an operator rather than a headline. */
export function looksLikeSiteName(text: string): boolean {
  const name = text.trim();
  return name.length <= LONGEST_NAME && SITE_ENDING.test(name) && !SAYS_SOMETHING.test(name);
}

/**
 * The article's title in a `<title>`, site and column cut off; null when the title names only the site.
 * `siteNames` are names known from elsewhere on the page.
 */
export function articleTitleOf(title: string, siteNames: readonly string[]): string | null {
  const parts = title
    .slice(0, LONGEST_TITLE)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .split(SEPARATOR)
    .map((text, index) => ({ text, isSeparator: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
  const isName = ({ text, isSeparator }: Part): boolean =>
    isSeparator || looksLikeSiteName(text) || isKnown(text.trim(), siteNames);
  trim(parts, isName, 0);
  const longest = Math.max(0, ...parts.map(({ text }) => text.length));
  trim(
    parts,
    ({ text, isSeparator }) => isSeparator || (text.length <= LONGEST_COLUMN && longest > SHORTEST_BESIDE_COLUMN),
    1,
  );
  const left = parts
    .map(({ text }) => text)
    .join('')
    .trim();
  return left.length >= SHORTEST_HEADLINE && /\p{Script=Han}/u.test(left) ? left : null;
}

interface Part {
  text: string;
  isSeparator: boolean;
}

/** A short part beside a long one is a column. Characters. */
const LONGEST_COLUMN = 6;
const SHORTEST_BESIDE_COLUMN = 10;

/** Drops parts that `isDropped` from both ends, down to `least` parts. */
function trim(parts: Part[], isDropped: (part: Part) => boolean, least: number): void {
  while (parts.length > least && isDropped(parts.at(-1)!)) parts.pop();
  while (parts.length > least && isDropped(parts[0]!)) parts.shift();
}

function isKnown(text: string, names: readonly string[]): boolean {
  return names.some((name) => text === name || (name.length >= 4 && text !== '' && name.includes(text)));
}
