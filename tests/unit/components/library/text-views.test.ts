import { describe, expect, test } from 'vitest';
import { textIn, viewsOf } from '../../../../components/library/detail/text-views';
import type { Block } from '../../../../utils/article/article';
import type { ClipVersion } from '../../../../utils/clips/clip';
import { makeArticle } from '../../make-article';

const blocks: Block[] = [
  { type: 'paragraph', text: '徐乾學聽取匯報。', links: [{ start: 3, end: 7, href: 'https://www.example.gov.cn/' }] },
  { type: 'paragraph', text: '黨員座談。' },
];

const article = makeArticle({ title: '聽取匯報', blocks });

const version: ClipVersion = {
  saveId: 'a',
  clipId: 'a',
  number: 1,
  savedAt: '2024-05-18T00:00:00.000Z',
  article,
  digest: {
    dates: [],
    people: [{ name: '徐乾學', simplified: '徐乾学', roles: [], credit: false, mentions: [] }],
    places: [],
    organisations: [],
  },
  script: 'traditional',
  repair: { annotations: 1, shiftedRuns: 0, unrepaired: 0 },
  families: ['tone-marked pinyin'],
  original: ['徐(xú)乾學聽取匯報。', '黨員座談。'],
  edits: { 0: [{ start: 1, end: 5, replacement: '', reason: 'annotation' }] },
  textHash: '',
};

describe('the views of a text', () => {
  test('all that differ from the original', () => {
    expect(viewsOf(version)).toEqual(['original', 'simplified', 'both', 'as-found']);
    expect(viewsOf({ ...version, script: 'simplified', edits: {} })).toEqual(['original']);
  });

  test('in simplified characters names stay names, and links stay on their words', () => {
    const { title, blocks: shown } = textIn('simplified', version);
    expect(title).toBe('听取汇报');
    expect(shown).toEqual([
      {
        type: 'paragraph',
        text: '徐乾学听取汇报。',
        links: [{ start: 3, end: 7, href: 'https://www.example.gov.cn/' }],
      },
      { type: 'paragraph', text: '党员座谈。' },
    ]);
  });

  test('as found, with links on the words as they stood', () => {
    expect(textIn('as-found', version).blocks[0]).toEqual({
      type: 'paragraph',
      text: '徐(xú)乾學聽取匯報。',
      links: [{ start: 7, end: 11, href: 'https://www.example.gov.cn/' }],
    });
  });

  test('side by side it is the original that has the other beside it', () => {
    expect(textIn('both', version)).toBe(article);
  });
});
