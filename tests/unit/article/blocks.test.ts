import { describe, expect, test } from 'vitest';
import { articleOf, PARAGRAPH, pageOf, SECOND } from './fixtures';

const blocks = (body: string) =>
  articleOf(pageOf({ body: `<p>${PARAGRAPH}</p>${body}<p>${SECOND}</p>` })).blocks.slice(1, -1);

describe('blocks', () => {
  test('a heading keeps its level', () => {
    expect(blocks('<h3>一、工作目标</h3>')).toEqual([{ type: 'heading', level: 3, text: '一、工作目标' }]);
  });

  test('a list is ordered or not, an item is one text', () => {
    expect(blocks('<ol><li>春耕；</li><li><p>防汛，</p><p>抢险。</p></li></ol>')).toEqual([
      { type: 'list', ordered: true, items: [{ text: '春耕；' }, { text: '防汛， 抢险。' }] },
    ]);
  });

  test('a data table keeps its cells, spans and headers', () => {
    const table =
      '<table><caption>各镇亩数</caption><tr><th colspan="2">乡镇</th></tr><tr><td>东关镇</td><td></td></tr><tr><td>汶河镇</td><td>90</td></tr></table>';
    expect(blocks(table)).toEqual([
      {
        type: 'table',
        caption: '各镇亩数',
        rows: [
          [{ text: '乡镇', header: true, colSpan: 2 }],
          [{ text: '东关镇' }, { text: '' }],
          [{ text: '汶河镇' }, { text: '90' }],
        ],
      },
    ]);
  });

  test('a layout table is dissolved', () => {
    expect(blocks(`<table><tr><td><p>${PARAGRAPH}甲</p><p>${PARAGRAPH}乙</p></td></tr></table>`)).toEqual([
      { type: 'paragraph', text: `${PARAGRAPH}甲` },
      { type: 'paragraph', text: `${PARAGRAPH}乙` },
    ]);
  });

  test('line breaks part paragraphs', () => {
    expect(blocks('<div>第一段文字。<br><br>　　第二段文字。</div>')).toEqual([
      { type: 'paragraph', text: '第一段文字。' },
      { type: 'paragraph', text: '第二段文字。' },
    ]);
  });

  test('a quotation keeps its paragraphs', () => {
    expect(blocks('<blockquote><p>要抓紧。</p><p>要抓实。</p></blockquote>')).toEqual([
      { type: 'quote', paragraphs: [{ text: '要抓紧。' }, { text: '要抓实。' }] },
    ]);
  });

  test('a picture has an absolute address and its caption; icons are none', () => {
    const figure = '<figure><img src="./hui.jpg" alt="会场"><figcaption>会议现场</figcaption></figure>';
    expect(blocks(`${figure}<p><img src="/images/icon_pdf.gif"><img src="x.jpg" width="16"></p>`)).toEqual([
      { type: 'image', src: 'https://www.qinghe.example.gov.cn/xw/hui.jpg', alt: '会场', caption: '会议现场' },
    ]);
  });

  test('links are absolute and safe, and stand on their words', () => {
    const [block] = blocks(
      '<p>见<a href="../a.html">工作方案</a>、<a href="javascript:x()">办法</a>和<a href="mailto:a@example.cn">邮箱</a>。</p>',
    );
    expect(block).toMatchObject({
      text: '见工作方案、办法和邮箱。',
      links: [
        { start: 1, end: 5, href: 'https://www.qinghe.example.gov.cn/a.html' },
        { start: 9, end: 11, href: 'mailto:a@example.cn' },
      ],
    });
  });

  test('preformatted text breaks where a line is indented or empty', () => {
    expect(blocks('<pre>　　第一段文字，写到\n下一行。\n　　第二段文字。</pre>')).toEqual([
      { type: 'paragraph', text: '第一段文字，写到 下一行。' },
      { type: 'paragraph', text: '第二段文字。' },
    ]);
  });
});
