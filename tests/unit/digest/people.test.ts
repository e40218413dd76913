import { describe, expect, test } from 'vitest';
import type { DigestInput } from '../../../utils/digest/digest';
import { makeDigest } from '../../../utils/digest/make-digest';

function people(lines: string[], input: Partial<DigestInput> = {}) {
  return makeDigest({ title: '', lines, published: null, source: null, host: '', ...input }).people;
}
const named = (text: string) => people([text]).map(({ name, roles }) => [name, ...roles]);

describe('evidence beside a name', () => {
  test.each([
    ['县长张三主持会议。', [['张三', '县长']]],
    ['县委常委、县委书记李小四带队调研。', [['李小四', '县委常委', '县委书记']]],
    ['王小明省长主持会议。', [['王小明', '省长']]],
    ['会上,王小明强调,要抓好落实。', [['王小明']]],
    ['王小明同志任某某区人民政府副区长、代理区长。', [['王小明', '某某区人民政府副区长', '代理区长']]],
    ['王小明(市教育局局长)出席。', [['王小明', '市教育局局长']]],
    ['主席李林月娥出席。', [['李林月娥', '主席']]],
    ['局长欧阳小明出席。', [['欧阳小明', '局长']]],
    ['市长彼得·约翰逊出席。', [['彼得·约翰逊', '市长']]],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test('a title is shared over a list', () => {
    expect(named('副市长张三、李小四、王小明,秘书长赵五出席。')).toEqual([
      ['张三', '副市长'],
      ['李小四', '副市长'],
      ['王小明', '副市长'],
      ['赵五', '秘书长'],
    ]);
    expect(named('张小三、李小四、王小明等市领导出席。')).toEqual([
      ['张小三', '市领导'],
      ['李小四', '市领导'],
      ['王小明', '市领导'],
    ]);
  });

  test('a verb behind a name is no part of it', () => {
    expect(named('书记李强调研社区。')).toEqual([['李强', '书记']]);
    expect(named('县长张三表示感谢。')).toEqual([['张三', '县长']]);
  });

  test.each([
    '会议强调,要高度重视安全生产。',
    '高樂雅咖啡屋和文昌商圈。',
    '市长高度评价了这项工作。',
    '市长向全市人民致敬。',
    '洪书记一行走访社区。',
    '负责人和街道干部座谈。',
    '高速、方便、安全。',
  ])('%s names nobody', (text) => {
    expect(named(text)).toEqual([]);
  });
});

test('one person has all the roles of a document, in order of appearance', () => {
  const [person] = people(['区委副书记王小明主持。', '会后,代区长王小明说,要抓好落实。']);
  expect(person?.roles).toEqual(['区委副书记', '代区长']);
});

test('a surname with its title is a mention of the person who holds the office', () => {
  const [person, ...others] = people(['局長王小明到場,王局長說,要落實。']);
  expect(others).toEqual([]);
  expect(person?.mentions).toEqual([
    { line: 0, start: 2, end: 5 },
    { line: 0, start: 8, end: 11 },
  ]);
});

test('a surname with its title is nobody when two people share both', () => {
  const found = people(['副局長王小明、王大华出席,王副局長發言。']);
  expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ['王小明', 1],
    ['王大华', 1],
  ]);
});

test('reporters and editors are credits', () => {
  const found = people(['本报讯(记者 王小明 通讯员 李小四)县长张三出席。', '编辑:赵小五 审核:钱小六']);
  expect(found.map(({ name, roles, credit }) => [name, roles, credit])).toEqual([
    ['王小明', ['记者'], true],
    ['李小四', ['通讯员'], true],
    ['张三', ['县长'], false],
    ['赵小五', ['编辑'], true],
    ['钱小六', ['审核'], true],
  ]);
});

test('the same person in both scripts has one key', () => {
  expect(people(['市長張小華出席。'])[0]?.simplified).toBe(people(['市长张小华出席。'])[0]?.simplified);
});

test('offsets point into the headline and the original lines', () => {
  const [person] = people(['王小明強調,要落實。'], { title: '王小明調研社區' });
  expect(person?.mentions).toEqual([
    { line: -1, start: 0, end: 3 },
    { line: 0, start: 0, end: 3 },
  ]);
});
