/** Says what a page is: an article, an official document, or one of the kinds that hold none. */

import type { ArticleKind, DocumentCard, OtherKind } from './article';
import type { Body } from './body';
import type { Dateline } from './dateline';
import type { Headline } from './headline';
import type { Line } from './outline';
import type { PageContext } from './page-context';

/** A page with fewer Chinese characters holds no Chinese text. */
const FEWEST_HAN = 12;
/** Kana or Hangul beyond this share of the Chinese characters make the page Japanese or Korean. */
const MOST_OTHER_EAST_ASIAN = 0.2;

const HAN = /\p{Script=Han}/gu;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether the page's visible text is in another language than Chinese. */
export function isForeign(lines: readonly Line[]): boolean {
  let han = 0;
  let other = 0;
  for (const { text } of lines) {
    han += count(text, HAN);
    other += count(text, KANA_OR_HANGUL);
  }
  return han < FEWEST_HAN || other > han * MOST_OTHER_EAST_ASIAN;
}

/** What the decision is made from. */
export interface KindEvidence {
  page: PageContext;
  body: Body | null;
  headline: Headline | null;
  dateline: Dateline | null;
  card: DocumentCard | null;
  /** Indexes of the kept lines. */
  kept: readonly number[];
  attachments: number;
}

export type KindAnswer = { kind: ArticleKind } | { kind: OtherKind; reason: string };

/** The kind of a page on which no text is worth reading. */
export function kindWithoutArticle(page: PageContext): { kind: OtherKind; reason: string } {
  if (page.outline.media.length > 0) return { kind: 'video', reason: 'media-without-text' };
  return { kind: 'list', reason: 'only-links' };
}

/** The kind of a page on which a body was found. */
export function articleKind(evidence: KindEvidence): KindAnswer {
  return evidence.card !== null ? { kind: 'document' } : { kind: 'article' };
}
