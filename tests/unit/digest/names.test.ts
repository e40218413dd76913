import { describe, expect, test } from 'vitest';
import { makeDigest } from '../../../utils/digest/make-digest';

function people(...lines: string[]) {
  return makeDigest({ title: '', lines, published: null, source: null, host: '' }).people;
}
const named = (...lines: string[]) => people(...lines).map(({ name }) => name);

describe('names of other shapes', () => {
  test.each([
    ['县长李小四王小明出席仪式。', ['李小四', '王小明']],
    ['局長陳李美玲出席儀式。', ['陳李美玲']],
    ['区长欧阳小明、司马大华出席。', ['欧阳小明', '司马大华']],
    ['市长阿卜杜拉·买买提主持会议。', ['阿卜杜拉·买买提']],
    ['总领事彼得·约翰逊一行到访。', ['彼得·约翰逊']],
    ['副县长张三、李四、王五出席。', ['张三', '李四', '王五']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test('a title is shared over an item that is no known name, and by names run together', () => {
    const found = people('副县长张三、李四方、王小明出席。', '区长赵小华钱大明出席会议。');
    expect(found.map(({ name, roles }) => [name, roles])).toEqual([
      ['张三', ['副县长']],
      ['李四方', ['副县长']],
      ['王小明', ['副县长']],
      ['赵小华', ['区长']],
      ['钱大明', ['区长']],
    ]);
  });

  test('a blank inside a name of two characters is no part of it', () => {
    const found = people('副县长王　伟、李小四、张　强出席。', '王伟指出,要抓好落实。');
    expect(found.map(({ name, simplified, roles }) => [name, simplified, roles])).toEqual([
      ['王伟', '王伟', ['副县长']],
      ['李小四', '李小四', ['副县长']],
      ['张强', '张强', ['副县长']],
    ]);
    expect(found[0]?.mentions).toEqual([
      { line: 0, start: 3, end: 6 },
      { line: 1, start: 0, end: 2 },
    ]);
  });
});

test.each([
  '白鹭、黄桃、毛竹、金银花都是当地特产。',
  '高度重视,严格落实,全面推进。',
  '马拉松比赛在滨江大道鸣枪。',
  '万家福商城、金鹰国际、高乐雅咖啡屋参加。',
  '会议强调,要常抓不懈。',
  '党委、政府、人大、政协齐抓共管。',
])('%s names nobody', (text) => {
  expect(named(text)).toEqual([]);
});
