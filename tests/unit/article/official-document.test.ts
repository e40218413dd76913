import { describe, expect, test } from 'vitest';
import { normalisedDocumentNumber } from '../../../utils/article/official-document';
import { articleOf, PARAGRAPH, pageOf, SECOND } from './fixtures';

const TITLE = '青禾县人民政府关于做好春耕工作的通知';
const card = (markup: string) =>
  articleOf(pageOf({ title: TITLE, head: '' }).replace('<h1>', `${markup}<h1>`)).document;

const ROWS: [string, string][] = [
  ['索 引 号', '014742224A/2023-0043406'],
  ['主题分类', '农业'],
  ['发文机关', '青禾县人民政府'],
  ['成文日期', '2024年3月1日'],
  ['文　　号', '青政发[2024]5号'],
  ['有 效 性', '有效'],
];
const EXPECTED = {
  indexNumber: '014742224A/2023-0043406',
  topic: '农业',
  issuer: '青禾县人民政府',
  written: '2024-03-01',
  documentNumber: '青政发〔2024〕5号',
  validity: '有效',
  published: '2024-03-05',
};

describe('the card is read from', () => {
  test('a table', () => {
    const rows = ROWS.map(([label, value]) => `<tr><th>${label}：</th><td>${value}</td></tr>`);
    expect(card(`<table>${rows.join('')}</table>`)).toEqual(EXPECTED);
  });

  test('a definition list', () => {
    expect(card(`<dl>${ROWS.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`)).toEqual(
      EXPECTED,
    );
  });

  test('a grid of labels with their values', () => {
    expect(card(`<div>${ROWS.map(([label, value]) => `<div><b>${label}:</b>${value}</div>`).join('')}</div>`)).toEqual(
      EXPECTED,
    );
  });

  test('one line with several fields', () => {
    expect(card(`<p>${ROWS.map(([label, value]) => `${label}：${value}`).join('　')}</p>`)).toEqual(EXPECTED);
  });

  test('the number under the headline', () => {
    const article = articleOf(
      pageOf({ title: TITLE, body: `<p>青政发（2024）5号</p><p>${PARAGRAPH}</p><p>${SECOND}</p>` }),
    );
    expect([article.kind, article.document]).toEqual(['document', { documentNumber: '青政发〔2024〕5号' }]);
  });
});

test('empty values are no fields', () => {
  const rows = [...ROWS.slice(0, 4), ['关键词', '']].map(
    ([label, value]) => `<tr><th>${label}：</th><td>${value}</td></tr>`,
  );
  expect(card(`<table>${rows.join('')}</table>`)).not.toHaveProperty('keywords');
});

test('a dateline makes no document', () => {
  expect(articleOf(pageOf({ dateline: '发布日期：2024-03-05 发布单位：县政府办' })).document).toBeNull();
});

test.each([
  ['教思政厅函[2024]10号', '教思政厅函〔2024〕10号'],
  ['国办发【2017】47 号', '国办发〔2017〕47号'],
  ['鹿觀字第1130004321號', '鹿觀字第1130004321號'],
])('%s', (text, expected) => expect(normalisedDocumentNumber(text)).toBe(expected));
