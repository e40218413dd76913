import { expect, test } from 'vitest';
import { openingClause } from '../../../utils/article/opening-clause';

test.each([
  [
    '2012年5月17日上午,廣陵區(qū)區(qū)委書記陳鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作,并召開座談會。',
    '廣陵區(qū)區(qū)委書記陳鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作',
  ],
  ['3月5日，张三走访东关街道。', '3月5日，张三走访东关街道'],
  ['据悉，张三今天走访了东关街道，看望群众。', '据悉，张三今天走访了东关街道'],
])('%s', (line, expected) => expect(openingClause(['', line])).toBe(expected));

test('a clause without end is cut', () => {
  expect(openingClause(['字'.repeat(100)])).toBe(`${'字'.repeat(48)}…`);
});

test('no text gives no title', () => {
  expect(openingClause([])).toBe('');
});
