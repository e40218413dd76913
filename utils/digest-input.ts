/** What of a reading a digest is made from; apart from reading.ts, which the popup has no use for. */
import { linesOf } from './article/article';
import type { DigestInput } from './digest/digest';
import type { Reading } from './reading';

export function digestInputOf({ article }: Pick<Reading, 'article'>): DigestInput {
  return {
    // A title taken from the body stands there already; its names are not mentioned twice.
    title: article.titleOrigin === 'text' ? '' : article.title,
    lines: linesOf(article.blocks),
    published: article.published?.day ?? null,
    source: article.source?.value ?? null,
    host: article.publisher.host,
  };
}
