import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodySnippet, markedPieces } from '../../../../components/library/marks';
import { searchTextOf } from '../../../../utils/clips/search-form';

test('a query in simplified characters is marked in a traditional title', () => {
  expect(markedPieces('陳鍇竑調研黨建工作', '党建 调研')).toEqual([
    { text: '陳鍇竑', match: false },
    { text: '調研黨建', match: true },
    { text: '工作', match: false },
  ]);
});

test('without a query the text is one piece', () => {
  expect(markedPieces('陳鍇竑調研', '')).toEqual([{ text: '陳鍇竑調研', match: false }]);
});

/** Characters of one unit and of two, of either script, that fold, compose, or are half a character. */
const unit = fc.constantFrom('党', '黨', '𠮷', 'A', 'a', '㍿', 'é', 'e\u0301', ' ', '\n', '\ud842', '\u0301');

test('the pieces of a text are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit, maxLength: 3 }), (text, query) => {
      expect(
        markedPieces(text, query)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('a snippet is made of the body, not of the headline', () => {
  const text = searchTextOf('調研黨建', ['王小明到張三處調研。', '次日返回。']);
  expect(bodySnippet(text, '調研')).toEqual({ before: '王小明到张三处', match: '调研', after: '。' });
  expect(bodySnippet(text, '黨建')).toBeNull();
  expect(bodySnippet('', '黨建')).toBeNull();
});

test('a match far into a long text is found with what stands around it', () => {
  const snippet = bodySnippet(searchTextOf('標題', [`${'甲'.repeat(100_000)}黨建${'乙'.repeat(100_000)}`]), '党建');
  expect(snippet).toEqual({ before: '甲'.repeat(16), match: '党建', after: '乙'.repeat(80) });
});
