import { expect, test } from 'vitest';
import { gridOf } from '../../../../utils/clips/formats/table-grid';

const textsOf = (grid: ReturnType<typeof gridOf>) => grid.map((row) => row.map((cell) => cell?.text ?? null));

test('cells keep their columns beside spans', () => {
  const rows = [
    [{ text: '甲', rowSpan: 2 }, { text: '乙', colSpan: 2 }, { text: '丙' }],
    [{ text: '丁' }, { text: '戊' }, { text: '己' }],
  ];
  expect(textsOf(gridOf(rows))).toEqual([
    ['甲', '乙', null, '丙'],
    [null, '丁', '戊', '己'],
  ]);
});

test('a row may be short', () => {
  expect(textsOf(gridOf([[{ text: '甲' }], [{ text: '乙' }, { text: '丙' }], []]))).toEqual([['甲'], ['乙', '丙'], []]);
});

test('a span that claims too much is none', () => {
  const rows = [
    [
      { text: '甲', colSpan: 1e9 },
      { text: '乙', rowSpan: 1e9 },
    ],
    [{ text: '丙' }],
  ];
  expect(textsOf(gridOf(rows))).toEqual([
    ['甲', '乙'],
    ['丙', null],
  ]);
});
