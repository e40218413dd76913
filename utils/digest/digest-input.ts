/** What of a repaired article its digest is made from; without the code that repairs, which the popup has no use for. */
import { type Article, linesOf } from '../article/article';
import type { DigestInput } from './digest';

export function digestInputOf({ article }: { article: Article }): DigestInput {
  return {
    // A title taken from the body stands there already; its names are not mentioned twice.
    title: article.titleOrigin === 'text' ? '' : article.title,
    lines: linesOf(article.blocks),
    published: article.published?.day ?? null,
    source: article.source?.value ?? null,
    host: article.publisher.host,
  };
}
