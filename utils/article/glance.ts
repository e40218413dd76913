/**
 * A glance says in a few milliseconds whether a page is worth the finder. It reads no layout and only part of the text,
 * so it may be wrong both ways; the finder has the last word.
 */

/** Tags that portals put on article pages only, and containers that only articles have. */
const ARTICLE_META = 'meta[name="ArticleTitle" i][content]:not([content=""])';
const CONTAINERS =
  '#zoom,#zoomcon,#fontzoom,#UCAP-CONTENT,ucapcontent,.TRS_Editor,.TRS_UEDITOR,.trs_editor_view,[id^=vsb_content],.v_news_content,' +
  '#News_Body_Txt_A,#ivs_content,#easysiteText,.wp_articlecontent,#pressrelease,#CCMS_Content .essay,section.cp,article.cpArticle';
const TEXT_HOLDERS = 'p,td,br,dd';

/** Elements looked at, and characters of running text that make an article likely. */
const MOST_ELEMENTS = 1200;
const ENOUGH_TEXT = 40;
const LONGEST_TEXT = 20_000;
/** Chinese characters in title and headings that make a page Chinese; more kana than a fifth of them make it Japanese. */
const FEWEST_HAN = 8;
const HEADINGS = 'h1,h2,h3,h4,p,li,a,td';
const MOST_HEADINGS = 60;

const han = (text: string): number => text.match(/[\u3400-\u9fff]/g)?.length ?? 0;

/** Whether the page holds Chinese text, and whether it looks like one article. */
export function glance(document: Document): { chinese: boolean; likelyArticle: boolean } {
  const chinese = isChinese(document);
  return { chinese, likelyArticle: chinese && (isMarked(document) || hasRunningText(document)) };
}

function isChinese(document: Document): boolean {
  let sample = document.title;
  const headings = document.querySelectorAll(HEADINGS);
  for (let index = 0; index < headings.length && index < MOST_HEADINGS; index++) {
    sample += headings[index]!.textContent.slice(0, 200);
  }
  const count = han(sample);
  return count >= FEWEST_HAN && (sample.match(/[\u3041-\u30ff\uac00-\ud7af]/g)?.length ?? 0) <= count / 5;
}

function isMarked(document: Document): boolean {
  if (document.querySelector(ARTICLE_META) !== null) return true;
  const container = document.querySelector(CONTAINERS);
  return container !== null && han(container.textContent.slice(0, LONGEST_TEXT)) >= 4;
}

/** Sentences outside links, in paragraphs, cells and elements with line breaks. */
function hasRunningText(document: Document): boolean {
  const elements = document.querySelectorAll(TEXT_HOLDERS);
  let sum = 0;
  let seen: Element | null = null;
  for (let index = 0; index < elements.length && index < MOST_ELEMENTS; index++) {
    const found = elements[index]!;
    const element = found.localName === 'br' ? found.parentElement : found;
    if (element === null || element === seen || element === document.body || element.childElementCount > 60) continue;
    seen = element;
    const text = element.textContent;
    if (
      text.length < 20 ||
      text.length > LONGEST_TEXT ||
      !/[。；！？]/.test(text) ||
      /ICP|©|版[权權]|浏览器|JavaScript/i.test(text)
    )
      continue;
    let linked = 0;
    for (const link of element.getElementsByTagName('a')) linked += link.textContent.length;
    if (linked * 3 > text.length || element.querySelector('script,style,table,ul') !== null) continue;
    sum += han(text);
    if (sum >= ENOUGH_TEXT) return true;
  }
  return false;
}
