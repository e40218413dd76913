import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { walkPage } from '../../../utils/page/text-blocks';

/** The texts of the blocks of a page body. */
function blocksOf(html: string): string[] {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  return [...walkPage(document.body)].flatMap((part) =>
    'block' in part ? part.block.map(({ data }) => data).join('|') : [],
  );
}

describe('gathering the text blocks of a page', () => {
  test('inline tags do not break a block', () => {
    expect(blocksOf('<p><b>乾</b>隆<a href="#">年<i>間</i></a></p>')).toEqual(['乾|隆|年|間']);
  });

  test('block elements and line breaks do', () => {
    expect(blocksOf('<div>甲<p>乙</p>丙<br>丁</div><ul><li>戊</li><li>己</li></ul>')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊',
      '己',
    ]);
  });

  test('text that is not prose is left alone', () => {
    const alone = [
      '<script>國</script>',
      '<style>國</style>',
      '<code>國</code>',
      '<pre>國</pre>',
      '<textarea>國</textarea>',
      '<noscript>國</noscript>',
      '<p translate="no">國</p>',
      '<p class="notranslate">國</p>',
      '<p contenteditable>國</p>',
      '<p contenteditable="true"><b>國</b></p>',
      '<p lang="ja">國</p>',
      '<p lang="ko-KR">國</p>',
    ];
    for (const html of alone) expect(blocksOf(`${html}<p>家</p>`), html).toEqual(['家']);
  });

  test('what only looks like it is read', () => {
    expect(blocksOf('<p contenteditable="false">甲</p><p translate="yes">乙</p><p lang="zh-TW">丙</p>')).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  test('open shadow roots and same-origin frames are named, not entered', () => {
    const { document } = new JSDOM('<body><div id="host"></div><iframe></iframe></body>').window;
    const host = document.getElementById('host') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>國</p>';
    const roots = [...walkPage(document.body)].flatMap((part) => ('root' in part ? part.root : []));
    expect(roots).toEqual([host.shadowRoot, document.querySelector('iframe')?.contentDocument]);
  });

  test('begins again when the page removes what is being read', () => {
    const { document } = new JSDOM('<body><p>甲</p><p>乙</p><p>丙</p></body>').window;
    const seen: string[] = [];
    for (const part of walkPage(document.body)) {
      if (!('block' in part)) continue;
      seen.push(part.block.map(({ data }) => data).join(''));
      if (seen.length === 1) document.querySelectorAll('p')[1]?.remove();
    }
    expect(seen.slice(-2)).toEqual(['甲', '丙']);
  });
});
