/** Reads the breadcrumb: the columns of the site in which the article stands, outermost first. */

import { contains } from './outline';
import type { PageContext } from './page-context';

const OPENING =
  /^[\s\u3000]*(?:(?:您)?(?:当前|當前|目前|现在|現在|所在)(?:所在)?(?:的)?位置|您(?:现在|現在|目前|当前)?(?:所)?在(?:的位置|的)?|位置|現在位置)[\s\u3000]*[:：]?/u;
const NAMES = /(?:crumb|position|location|dqwz|weizhi|path|place)/;
const PARTS = /[\s\u3000]*(?:[>＞»›→]+|\/|-{1,2}>|&gt;)[\s\u3000]*/u;
const HOME = /^(?:网站)?首[页頁]$|^home$|^網站首頁$/iu;
const BODY_TEXT = /^(?:正文|内容|內容|详情|文章)$/u;
const LONGEST_PART = 40;
const LONGEST_CRUMB = 300;

/** The breadcrumb's names before line `before`, the home page left out; empty when the page shows none. */
export function columnOf(page: PageContext, before: number, headline: string): string[] {
  const { elements, lines } = page.outline;
  for (let index = 0; index < elements.length; index++) {
    const entry = elements[index]!;
    if (entry.lineStart >= before) break;
    const count = entry.lineEnd - entry.lineStart;
    if (count < 1 || count > 16) continue;
    const texts = lines.slice(entry.lineStart, entry.lineEnd).map((line) => line.text);
    const whole = texts.join(' > ');
    if (whole.length > LONGEST_CRUMB) continue;
    const isCrumb =
      OPENING.test(whole) || (NAMES.test(entry.names) && texts.some((text) => PARTS.test(text) || HOME.test(text)));
    if (
      !isCrumb ||
      !lines
        .slice(entry.lineStart, entry.lineEnd)
        .some((line) => contains(page.outline, index, line.block) || line.linked > 0)
    )
      continue;
    const parts = whole
      .replace(OPENING, '')
      .split(PARTS)
      .map((part) => part.trim())
      .filter(
        (part) =>
          part !== '' && part.length <= LONGEST_PART && !HOME.test(part) && !BODY_TEXT.test(part) && part !== headline,
      );
    if (parts.length > 0) return parts;
  }
  return [];
}
