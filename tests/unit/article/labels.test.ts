import { describe, expect, test } from 'vitest';
import { bareLabel, labelledValues, withoutReadings } from '../../../utils/article/labels';

const fields = (line: string) => labelledValues(line).map(({ field, value }) => [field, value]);

describe('labelled values of a line', () => {
  test.each([
    [
      '发布日期：2024-03-05 来源：青禾县政府办 字体：大 中 小',
      [
        ['published', '2024-03-05'],
        ['source', '青禾县政府办'],
      ],
    ],
    ['來源：市政府辦公室　字體：大 中 小　關閉', [['source', '市政府辦公室']]],
    [
      '来 源： 县农业局 | 作 者： 张三',
      [
        ['source', '县农业局'],
        ['author', '张三'],
      ],
    ],
    [
      '作者：张三发布时间：2022-11-04',
      [
        ['author', '张三'],
        ['published', '2022-11-04'],
      ],
    ],
    [
      '信息来源：洪河县政府 | 发布时间：2018-04-19',
      [
        ['source', '洪河县政府'],
        ['published', '2018-04-19'],
      ],
    ],
    ['來源：農業局 點擊:407次', [['source', '農業局']]],
    ['（责任编辑：李四）', [['editor', '李四']]],
    ['来源：', [['source', '']]],
    ['会议时间和地点另行通知。', []],
  ])('%s', (line, expected) => expect(fields(line)).toEqual(expected));

  test('readings inside the label are passed over, readings in the value stay', () => {
    expect(fields('信息來源:揚(yáng)州.廣陵區(qū)')).toEqual([['source', '揚(yáng)州.廣陵區(qū)']]);
    expect(fields('發(fā)布時(shí)間：2022-06-24')).toEqual([['published', '2022-06-24']]);
  });

  test('a publisher is weaker than a source', () => {
    expect(labelledValues('发布单位：县教育局 来源：青禾日报').map(({ weak }) => weak)).toEqual([true, false]);
  });
});

test('a label that stands alone names its field', () => {
  expect(bareLabel('上版日期')).toMatchObject({ field: 'published' });
  expect(bareLabel(' 發布單位： ')).toMatchObject({ field: 'source', weak: true });
  expect(bareLabel('發布單位說明')).toBeNull();
});

test('offsets without readings lead back to the original', () => {
  const text = '揚(yáng)州區(qū)委';
  const plain = withoutReadings(text);
  expect(plain.text).toBe('揚州區委');
  expect([...plain.text].map((_, index) => text[plain.at(index)])).toEqual(['揚', '州', '區', '委']);
});
