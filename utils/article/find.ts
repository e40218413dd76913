/** Finds the article of a page: one outline of the document, then body, headline, dateline and the rest read from it. */

import { baseOf } from './addresses';
import type { LineAnchor } from './anchors';
import type { Article, ArticleKind, OtherKind } from './article';
import { findAttachments } from './attachments';
import { blocksOf } from './blocks';
import { bodyAt, chooseBody, measure } from './body';
import { bodyLines } from './body-lines';
import { columnOf } from './column';
import { findDateline } from './dateline';
import { keptElements } from './focus';
import { findHeadline } from './headline';
import { metaOf } from './meta';
import { findCard } from './official-document';
import { hiddenByMarkup, outlineOf } from './outline';
import type { PageContext } from './page-context';
import { articleKindOf, kindOf, kindWithoutArticle, languageOf } from './page-kind';
import { checkPublisher } from './publisher';

export interface FindOptions {
  url: string;
  /** Whether the element is not displayed. Without layout, what the markup itself says. */
  isHidden?: (element: Element) => boolean;
}

export interface FoundArticle {
  kind: ArticleKind;
  article: Article;
  /** All text that the page shows, its chrome included, in reading order: damage is learnt from all of it. */
  pageLines: string[];
  /** One for every line of `linesOf(article.blocks)`. Lines are the page's own characters. */
  anchors: LineAnchor[];
  /** The element that displays the headline. */
  headline: Element | null;
  /** What reading without chrome keeps; none lies inside another. */
  keep: Element[];
}

export type Found =
  | FoundArticle
  | {
      kind: OtherKind;
      /** A short code word, stable across versions. */
      reason: string;
    };

/**
 * Reads the document without changing it. Never throws: a page that cannot be read answers `refused`.
 * Time grows with the number of nodes and the length of the text, not with depth.
 */
export function findArticle(document: Document, options: FindOptions): Found {
  try {
    return find(document, options, null);
  } catch {
    return { kind: 'refused', reason: 'unreadable' };
  }
}

/**
 * Reads the article whose text is in `root`, whatever else the page holds: somebody has said that it is there.
 * Null when `root` shows no Chinese text. Never throws, and changes nothing.
 */
export function readArticleIn(document: Document, root: Element, options: FindOptions): FoundArticle | null {
  try {
    const found = find(document, options, root);
    return 'article' in found ? found : null;
  } catch {
    return null;
  }
}

/** @param root the element that holds the text, where it is known */
function find(
  document: Document,
  { url: address, isHidden = hiddenByMarkup }: FindOptions,
  root: Element | null,
): Found {
  const outline = outlineOf(document, isHidden);
  if (outline === 'too-large') return { kind: 'refused', reason: 'too-large' };
  const language = languageOf(outline.lines);
  if (language === 'none') return { kind: 'empty', reason: 'no-text' };
  if (language === 'foreign') return { kind: 'foreign', reason: 'not-chinese' };

  const url = address.split('#')[0]!;
  const page: PageContext = {
    document,
    url,
    host: hostOf(url),
    base: baseOf(document, url),
    outline,
    measured: measure(outline),
  };
  const meta = metaOf(document);
  const titles = [document.title, ...(meta.title === null ? [] : [meta.title])];
  const body = root ? bodyAt(outline, page.measured, root) : chooseBody(outline, page.measured, titles);
  if (body === null) return kindWithoutArticle(page);

  const card = findCard(page, body);
  const officialDocument = card?.card ?? null;
  const headline = findHeadline(page, body, meta, card?.card.title);
  const dateline = findDateline(page, body, headline, meta, officialDocument);
  const { kept, beside } = bodyLines(page, body, headline, dateline.lines, card?.lines ?? []);
  const files = findAttachments(page, body, headline);
  const evidence = {
    page,
    body,
    headline,
    dateline,
    card: officialDocument,
    kept,
    attachments: files.attachments.length,
  };
  const answer = root && kept.length > 0 ? { kind: articleKindOf(evidence) } : kindOf(evidence);
  if ('reason' in answer) return answer;

  const { blocks, anchors } = blocksOf(outline, body.container, kept, page.base);
  const column = columnOf(page, headline.element >= 0 ? headline.lineEnd : body.lineStart, headline.text);
  const article: Article = {
    kind: answer.kind,
    url,
    title: headline.text,
    titleOrigin: headline.origin,
    ...(headline.kicker !== undefined && { kicker: headline.kicker }),
    ...(headline.subtitle !== undefined && { subtitle: headline.subtitle }),
    published: dateline.published,
    source: dateline.source,
    author: dateline.author,
    editor: dateline.editor,
    column: column.length > 0 || meta.column === null ? column : [meta.column],
    language: document.documentElement.getAttribute('lang')?.trim() ?? '',
    document: officialDocument,
    publisher: checkPublisher(page, meta, dateline.source),
    attachments: files.attachments,
    blocks,
  };
  return {
    kind: answer.kind,
    article,
    pageLines: outline.lines.map(({ text }) => text).filter((text) => text !== ''),
    anchors,
    headline: outline.elements[headline.element]?.element ?? null,
    keep: keptElements(page, body, headline, kept, [
      ...beside,
      ...dateline.lines,
      ...(card?.lines ?? []),
      ...files.lines,
    ]),
  };
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    return '';
  }
}
