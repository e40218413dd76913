/** What a reader was shown of an article: made alike by the side that asks for a save and by the one that checks it. */
import { linesOf } from '../article/article';
import type { PageReading } from '../page/page-reader';
import type { SaveRequest } from './messages';

export function shownPage({ pageId, reading }: Extract<PageReading, { state: 'article' }>): SaveRequest['expected'] {
  const { title, url, blocks } = reading.article;
  return { pageId, title, url, text: linesOf(blocks).join('\n') };
}
