/** An article for tests: plain, with what a test says of it. */
import type { Article } from '../../utils/article/article';

export const makeArticle = (change: Partial<Article>): Article => ({
  kind: 'article',
  url: 'https://www.example.gov.cn/1.html',
  title: '标题',
  titleOrigin: 'page',
  published: null,
  source: null,
  author: null,
  editor: null,
  column: [],
  language: '',
  document: null,
  publisher: { verdict: 'unknown', host: 'www.example.gov.cn', evidence: [] },
  attachments: [],
  blocks: [],
  ...change,
});
