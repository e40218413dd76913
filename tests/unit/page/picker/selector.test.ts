import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { selectorOf } from '../../../../utils/page/picker/selector';

/** The selector of the element with `data-x` in a page with this body. */
function selectorIn(body: string): { selector: string | null; matches: boolean } {
  const { document } = new JSDOM(`<body>${body}</body>`).window;
  const element = document.querySelector('[data-x]')!;
  const selector = selectorOf(element);
  return {
    selector,
    matches: selector !== null && [...document.querySelectorAll(selector)].join() === String(element),
  };
}

describe('the selector of an element', () => {
  test.each([
    ['its id', '<div id="zoom" data-x></div>', '#zoom'],
    ['its classes', '<div class="nav"></div><div class="content text wide" data-x></div>', 'div.content.text'],
    ['its tag, when it is the only one', '<div></div><main data-x></main>', 'main'],
    ['what it stands in', '<div class="a"><p></p></div><div id="b"><p data-x></p></div>', '#b > p'],
    ['its place at last', '<div id="b"><p></p><p data-x></p></div>', '#b > p:nth-of-type(2)'],
    ['no number of one page', '<div id="post_20513" class="text c1234" data-x></div><div></div>', 'div.text'],
    ['no state of the moment', '<div class="active"></div><div class="text active" data-x></div>', 'div.text'],
    ['no name that would need escapes', '<div id="a:b" class="正文 text" data-x></div><div></div>', 'div.text'],
  ])('is %s', (_, body, selector) => {
    expect(selectorIn(body)).toEqual({ selector, matches: true });
  });

  test('is none where nothing tells the element from its like', () => {
    const deep = (inner: string) => '<div><div><div><div><div><div><div><div><div>'.concat(inner, '</div>'.repeat(9));
    expect(
      selectorIn(`<section>${deep('<p data-x></p>')}</section><section>${deep('<p></p>')}</section>`).selector,
    ).toBeNull();
  });

  test('is found inside a form whose fields bear the names of properties', () => {
    const form =
      '<form><input name="parentElement"><input name="tagName"><div class="text" data-x></div></form><div></div>';
    expect(selectorIn(form)).toEqual({ selector: 'div.text', matches: true });
  });
});
