import { expect, test } from 'vitest';
import { linesTyped } from '../../../../components/settings/lines-typed';
import { PREVIEW_ARTICLE } from '../../../../components/settings/preview-article';
import { shownText } from '../../../../utils/page/reading-view/shown-article';
import { createSimplifier } from '../../../../utils/script/simplify';
import { makeArticle } from '../../make-article';

test('the simplified form of the preview is what conversion makes of its original', () => {
  const { original, simplified } = PREVIEW_ARTICLE;
  const simplifier = createSimplifier({ protect: ['陳鍇竑'] });
  const convert = (text: string) => simplifier.convert(text);
  const made = shownText(makeArticle({ title: original.title, blocks: original.blocks }), 'zh-Hans', convert);
  expect(simplified?.title).toBe(made.title);
  expect(simplified?.blocks).toEqual(made.blocks);
  expect(simplified?.source).toBe(convert(original.source));
});

test('names are typed one a line', () => {
  expect(linesTyped(' 陳鍇竑 \n\n趙長松\r\n')).toEqual(['陳鍇竑', '趙長松']);
});
