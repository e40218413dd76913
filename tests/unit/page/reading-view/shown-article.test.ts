import { expect, test } from 'vitest';
import type { Article } from '../../../../utils/article/article';
import { shownArticle } from '../../../../utils/page/reading-view/shown-article';

const ARTICLE: Article = {
  kind: 'document',
  url: 'https://www.example.gov.hk/a.htm',
  title: '調研報導',
  titleOrigin: 'page',
  kicker: '黨建',
  published: { day: '2012-05-18', time: '09:30', text: '2012年5月18日', origin: 'dateline' },
  source: { value: '區委辦公室', origin: 'dateline' },
  author: null,
  editor: null,
  column: [],
  language: '',
  document: { issuer: '廣陵區人民政府' },
  publisher: { verdict: 'unknown', host: 'www.example.gov.hk', evidence: [] },
  attachments: [{ name: '名單', href: 'https://www.example.gov.hk/a.pdf', format: 'pdf' }],
  blocks: [
    { type: 'paragraph', text: '用軟體見附件', links: [{ start: 4, end: 6, href: 'https://www.example.gov.hk/b' }] },
  ],
};

test('every string is converted, and links stay on their words', () => {
  const convert = (text: string) =>
    text
      .replaceAll('軟體', '电脑软件')
      .replaceAll('調', '调')
      .replaceAll('黨', '党')
      .replaceAll('區', '区')
      .replaceAll('單', '单');
  const shown = shownArticle(ARTICLE, 'zh-Hant', convert);
  expect(shown.published).toBe('2012-05-18 09:30');
  expect(shown.original).toMatchObject({ lang: 'zh-Hant', title: '調研報導', blocks: ARTICLE.blocks });
  expect(shown.simplified).toEqual({
    lang: 'zh-Hans',
    title: '调研報導',
    kicker: '党建',
    subtitle: '',
    source: '区委辦公室',
    author: '',
    editor: '',
    card: { issuer: '廣陵区人民政府' },
    attachments: [{ name: '名单', href: 'https://www.example.gov.hk/a.pdf', format: 'pdf' }],
    blocks: [
      {
        type: 'paragraph',
        text: '用电脑软件見附件',
        links: [{ start: 6, end: 8, href: 'https://www.example.gov.hk/b' }],
      },
    ],
  });
});

test('without a conversion there is the original alone', () => {
  const { simplified, published } = shownArticle({ ...ARTICLE, published: null }, 'zh-Hans', null);
  expect([simplified, published]).toEqual([null, '']);
});
