/** Says what a page is: an article, an official document, or one of the kinds that hold none. */

import type { ArticleKind, DocumentCard, OtherKind } from './article';
import type { Body } from './body';
import type { Dateline } from './dateline';
import type { Headline } from './headline';
import type { Line } from './outline';
import type { PageContext } from './page-context';

/** A page with fewer Chinese characters holds no Chinese text; with fewer letters of any kind it holds nothing. */
const FEWEST_HAN = 12;
const FEWEST_LETTERS = 60;
/** Kana or Hangul beyond this share of the Chinese characters make the page Japanese or Korean. */
const MOST_OTHER_EAST_ASIAN = 0.2;

/** Text that makes an article under a displayed headline: characters in sentences, or in lines of any kind. */
const FEWEST_IN_SENTENCES = 24;
const FEWEST_CHARACTERS = 60;
/** Without a displayed headline and a dateline, only running text makes an article. */
const FEWEST_WITHOUT_HEADLINE = 100;
/** Lines of the body that are nothing but a link, or nothing but a date, make a list from this many on. */
const FEWEST_ENTRIES = 3;
const SHORTEST_ENTRY = 6;

/** Characters of a line, and of the page, that are looked at to tell its language. */
const SAMPLE_OF_LINE = 1_000;
const SAMPLE = 50_000;

const HAN = /\p{Script=Han}/gu;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTER = /\p{L}/gu;
const SENTENCE = /[。！？；]/u;
const DATE_ALONE = /^[\s[（(【]*(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}[日\s\])）】]*$/u;

const SEARCH_WORDS =
  /(?:搜索|搜尋|检索|檢索|查[询詢])[结結]果|(?:共|为您|為您)?找到(?:相[关關])?.{0,12}[条條筆项項]|相[关關][结結]果[约約]?\d/u;
const SEARCH_ADDRESS = /[/?&](?:search|so|query|q|keyword|kw|searchword)(?:[/=.?]|$)/i;
const FORUM_WORDS =
  /[发發]表[于於]|[楼樓]主|跟帖|回[复覆復][数數]|[沙板]发|第?\d+[楼樓]|主[题題]帖|[点點][击擊]回[复覆]|[查只]看.?作者/gu;
const FEWEST_FORUM_WORDS = 3;
const FORUM_ADDRESS = /\/(?:thread|bbs|forum|viewthread|topic)\b|[/.]bbs\.|forum\./i;
const HOME_ADDRESS = /^https?:\/\/[^/]+(?:\/(?:index|default|home|main)?(?:\.\w+)?(?:\?.*)?)?$/i;
const HOME_LABEL = /首[页頁]|[门門][户戶]网?站?$/u;

/** Official documents that carry no card: by the last word of their headline. */
const DOCUMENT_TITLE =
  /(?:公[报報]|[决決]定[书書]|信息公[开開]表|公示表|任免(?:名[单單])?)[\s（(）)〔〕\d\p{Script=Han}号號]{0,24}$/u;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language of a page's visible lines, as far as it matters here. */
export function languageOf(lines: readonly Line[]): 'chinese' | 'foreign' | 'none' {
  let han = 0;
  let other = 0;
  let letters = 0;
  let read = 0;
  for (const line of lines) {
    const text = line.text.slice(0, SAMPLE_OF_LINE);
    read += text.length;
    if (read > SAMPLE) break;
    han += count(text, HAN);
    other += count(text, KANA_OR_HANGUL);
    letters += count(text, LETTER);
  }
  if (han >= FEWEST_HAN && other <= han * MOST_OTHER_EAST_ASIAN) return 'chinese';
  return letters < FEWEST_LETTERS && other === 0 ? 'none' : 'foreign';
}

/** What the decision is made from. */
export interface KindEvidence {
  page: PageContext;
  body: Body;
  headline: Headline;
  dateline: Dateline;
  card: DocumentCard | null;
  /** Indexes of the kept lines. */
  kept: readonly number[];
  attachments: number;
}

export type KindAnswer = { kind: ArticleKind } | { kind: OtherKind; reason: string };

/** What the kept lines and the page around them hold; characters unless said otherwise. */
interface Facts {
  text: number;
  inSentences: number;
  linked: number;
  /** Number of lines. */
  pictures: number;
  /** Number of lines that are nothing but a link or a date. */
  entries: number;
  linkedOnPage: number;
  /** Date or source are displayed beside the article. */
  hasDateline: boolean;
  hasHeadline: boolean;
  /** A publication date is known from anywhere but the text. */
  isDated: boolean;
  hasMedia: boolean;
}

function factsOf({ page, headline, dateline, kept }: KindEvidence): Facts {
  const { lines } = page.outline;
  const facts: Facts = {
    text: 0,
    inSentences: 0,
    linked: 0,
    pictures: 0,
    entries: 0,
    linkedOnPage: 0,
    hasDateline: [dateline.published, dateline.source].some((field) => field !== null && SHOWN.has(field.origin)),
    hasHeadline: headline.element >= 0,
    isDated: dateline.published !== null && dateline.published.origin !== 'text',
    hasMedia: page.outline.media.length > 0,
  };
  for (const index of kept) {
    const { text, linked, image } = lines[index]!;
    if (image !== null) facts.pictures++;
    facts.text += text.length;
    facts.linked += linked;
    if (SENTENCE.test(text)) facts.inSentences += text.length;
    if ((text.length >= SHORTEST_ENTRY && linked >= text.length - 2) || DATE_ALONE.test(text)) facts.entries++;
  }
  lines.forEach((line) => {
    if (page.measured.zones[line.block] === 0) facts.linkedOnPage += line.linked;
  });
  return facts;
}

const SHOWN = new Set(['dateline', 'page', 'table']);

/** The kind of a page on which a body was found. */
export function kindOf(evidence: KindEvidence): KindAnswer {
  const { page, attachments } = evidence;
  const facts = factsOf(evidence);
  const other = searchOrForum(page, facts);
  if (other !== null) return other;
  if (!isArticle(facts, evidence.body, attachments))
    return kindWithoutArticle(page, facts.hasHeadline && facts.text < FEWEST_CHARACTERS);
  return { kind: articleKindOf(evidence) };
}

/** The kind of a page that is known to hold an article. */
export function articleKindOf({ card, headline }: Pick<KindEvidence, 'card' | 'headline'>): ArticleKind {
  return card !== null || DOCUMENT_TITLE.test(headline.text) ? 'document' : 'article';
}

function isArticle(facts: Facts, body: Body, attachments: number): boolean {
  if (facts.linked > facts.text / 2 && attachments === 0) return false;
  if (!facts.hasHeadline) {
    return (
      facts.inSentences >= FEWEST_WITHOUT_HEADLINE && facts.entries < FEWEST_ENTRIES && facts.linkedOnPage < facts.text
    );
  }
  if (facts.inSentences >= FEWEST_IN_SENTENCES || facts.text >= FEWEST_CHARACTERS) {
    return facts.hasDateline || body.marked || facts.linkedOnPage < facts.text;
  }
  if (attachments > 0) return facts.isDated;
  return facts.hasDateline && ((facts.pictures > 0 && !facts.hasMedia) || (body.marked && facts.text > 0));
}

function searchOrForum(page: PageContext, facts: Facts): { kind: OtherKind; reason: string } | null {
  const { lines } = page.outline;
  if (
    !facts.hasDateline &&
    (SEARCH_ADDRESS.test(page.url) || lines.some(({ text }) => text.length <= 60 && SEARCH_WORDS.test(text)))
  ) {
    if (facts.entries > 0 || facts.inSentences < FEWEST_WITHOUT_HEADLINE)
      return { kind: 'search', reason: 'search-results' };
  }
  if (facts.hasDateline) return null;
  const posts = lines.reduce((sum, { text }) => (text.length <= 60 ? sum + count(text, FORUM_WORDS) : sum), 0);
  if (posts >= (FORUM_ADDRESS.test(page.url) ? 1 : FEWEST_FORUM_WORDS)) return { kind: 'forum', reason: 'posts' };
  return null;
}

/** The kind of a page that holds no article. `titled`: it displays a headline over next to no text. */
export function kindWithoutArticle(page: PageContext, titled = false): { kind: OtherKind; reason: string } {
  const { lines, media } = page.outline;
  if (titled && media.length > 0) return { kind: 'video', reason: 'media-without-text' };
  if (HOME_ADDRESS.test(page.url) || (HOME_LABEL.test(page.document.title) && !titled))
    return { kind: 'home', reason: 'site-entrance' };
  if (lines.some(({ linked }) => linked >= SHORTEST_ENTRY)) return { kind: 'list', reason: 'links-without-text' };
  return { kind: 'empty', reason: 'too-little-text' };
}
