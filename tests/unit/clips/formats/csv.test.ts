import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../utils/clips/formats/clean-text';
import { toCsv } from '../../../../utils/clips/formats/csv';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** What a spreadsheet shows: the apostrophe of a neutralised cell is not part of its text. */
const shown = (cell: string) => (/^''*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

test('a row of names, a row a clip', () => {
  const csv = toCsv([REPORT, NOTICE]);
  expect(csv.startsWith('\ufeff"id","title","url",')).toBe(true);
  const [report, notice] = rowsOf(csv);
  expect(report).toEqual({
    id: '0b5e-1',
    title: '陳鍇竑調研文昌商圈',
    url: 'https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
    published: '2012-05-17',
    event: '2012-05-17',
    source: '揚州廣陵區',
    authors: '揚州廣陵區',
    agency: '揚州廣陵區',
    document_number: '',
    host: 'www.example.gov.cn',
    script: 'traditional',
    people: '陳鍇竑; 趙長松',
    places: '珍園',
    tags: '黨建; 文昌 商圈',
    note: '看第二段。\n再看附件。',
    starred: 'false',
    created: '2024-05-20T08:00:00.000Z',
    updated: '2024-05-20T08:00:00.000Z',
    trashed: '',
    versions: '1',
    characters: '0',
  });
  expect(notice?.authors).toBe('甲部; 乙部; 丙部; 丁部');
});

describe('no cell is a formula', () => {
  test.each(HOSTILE_TEXTS)('%j', (text) => {
    const [row] = rowsOf(toCsv([hostileEntry(text)]));
    expect(Object.values(row!).filter((cell) => FORMULA.test(cell))).toEqual([]);
    for (const column of ['title', 'note', 'source', 'people', 'tags'])
      expect(shown(row![column]!)).toBe(cleanText(text));
  });

  test('each start of a formula gets an apostrophe', () => {
    const starts = [...'=+-@\t＝＋－＠'];
    const rows = rowsOf(toCsv(starts.map((start) => makeEntry({ clip: { title: `${start}1` } }))));
    expect(rows.map(({ title }) => title)).toEqual(starts.map((start) => `'${start}1`));
  });

  test('any text can be had back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\'\t\r\n",;字\0\ud800') }), (title) => {
        const [row] = rowsOf(toCsv([makeEntry({ clip: { title } })]));
        expect(row!.title).not.toMatch(FORMULA);
        expect(shown(row!.title!)).toBe(cleanText(title));
      }),
    );
  });
});
