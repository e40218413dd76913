import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, differencesOf } from '../../../utils/clips/differences';
import { makeVersion } from './make-clip';

const NONE = { title: null, date: null, lines: [] };

/** `[-deleted-]`, `{+inserted+}` and what is the same. */
const written = (changes: readonly Change[]): string =>
  changes.map(({ kind, text }) => ({ same: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[kind]).join('');

const changedLines = (older: readonly string[], newer: readonly string[]): string[] =>
  differencesOf(makeVersion({ lines: older }), makeVersion({ lines: newer })).lines.map(written);

describe('nothing has changed', () => {
  test('when only the script has', () => {
    const older = makeVersion({
      title: '區委書記調研',
      lines: ['陳鍇竑說明顯著成效，乾隆年間的著作。'],
      script: 'traditional',
    });
    const newer = makeVersion({
      title: '区委书记调研',
      lines: ['陈锴竑说明显著成效，乾隆年间的著作。'],
      script: 'simplified',
    });
    expect(differencesOf(older, newer)).toEqual(NONE);
    expect(differencesOf(newer, older)).toEqual(NONE);
  });

  test('when only spacing, width or line breaks have', () => {
    expect(changedLines(['一 二 三', '', '四五'], ['一二　三四', '五'])).toEqual([]);
    expect(changedLines(['２０１２年(五月)'], ['2012年（五月）'])).toEqual([]);
  });
});

describe('what has changed', () => {
  test('within a line, deletions first', () => {
    expect(changedLines(['会议于2012年5月17日召开，区领导出席。'], ['会议于2012年6月18日召开，区领导出席。'])).toEqual([
      '会议于2012年[-5月17-]{+6月18+}日召开，区领导出席。',
    ]);
    expect(changedLines(['出席会议的有 Zhang San 和李四。'], ['出席会议的有 Zhao San 和王五。'])).toEqual([
      '出席会议的有[- Zhang-]{+ Zhao+} San 和[-李四-]{+王五+}。',
    ]);
  });

  test('in the title and the date', () => {
    const older = makeVersion({ title: '区长调研', published: { day: '2012-05-17' } });
    const newer = makeVersion({ title: '副区长调研', published: { day: '2012-05-17', time: '09:30' } });
    const { title, date, lines } = differencesOf(older, newer);
    expect(written(title!)).toBe('{+副+}区长调研');
    expect(written(date!)).toBe('[-2012-05-17-]{+2012-05-17 09:30+}');
    expect(lines).toEqual([]);
    expect(differencesOf(older, makeVersion({ title: '区长调研' })).date).toEqual([
      { kind: 'deleted', text: '2012-05-17' },
    ]);
  });

  test('whole lines, those deleted before those inserted', () => {
    expect(
      changedLines(['同一段。', '张三主持会议。', '结尾。'], ['同一段。', '附件另行下发通知', '结尾。', '又及']),
    ).toEqual(['[-张三主持会议。-]', '{+附件另行下发通知+}', '{+又及+}']);
  });

  test('a line that moved behind a new one is still compared with its older self', () => {
    expect(changedLines(['区领导张三出席会议并讲话。'], ['以下全文照登新稿', '区领导李四出席会议并讲话。'])).toEqual([
      '{+以下全文照登新稿+}',
      '区领导[-张三-]{+李四+}出席会议并讲话。',
    ]);
  });

  test('across scripts, shown in simplified characters, names as names', () => {
    const older = makeVersion({ lines: ['徐乾學會見居益芬一行。'], script: 'traditional', people: ['徐乾學'] });
    const newer = makeVersion({ lines: ['徐乾学会见徐德林一行。'], script: 'simplified' });
    expect(differencesOf(older, newer).lines.map(written)).toEqual(['徐乾学会见[-居益芬-]{+徐德林+}一行。']);
    expect(differencesOf(newer, older).lines.map(written)).toEqual(['徐乾学会见[-徐德林-]{+居益芬+}一行。']);
  });

  test('a character corrected within one script', () => {
    expect(changedLines(['沈某某到会'], ['沉某某到会'])).toEqual(['[-沈-]{+沉+}某某到会']);
  });
});

describe('differences', () => {
  const line = fc.string({ unit: fc.constantFrom(...'会议召开讲话。 '), maxLength: 12 });
  const lines = fc.array(line, { maxLength: 8 });
  const squeezed = (text: string) => text.replace(/\s+/g, '');

  test('of a version with itself are none', () => {
    fc.assert(
      fc.property(lines, (text) => {
        expect(changedLines(text, text)).toEqual([]);
      }),
    );
  });

  test('of one line give back both versions', () => {
    fc.assert(
      fc.property(line, line, (older, newer) => {
        const { title } = differencesOf(makeVersion({ title: older }), makeVersion({ title: newer }));
        const textOf = (without: Change['kind']) =>
          squeezed((title ?? []).flatMap(({ kind, text }) => (kind === without ? [] : [text])).join(''));
        if (title === null) expect(squeezed(older)).toBe(squeezed(newer));
        else expect([textOf('inserted'), textOf('deleted')]).toEqual([squeezed(older), squeezed(newer)]);
      }),
    );
  });

  test('of wholly different texts are everything', () => {
    const [older, newer] = [0x4e00, 0x7000].map((from) =>
      Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(from + index)),
    );
    expect(changedLines(older!, newer!)).toEqual([
      ...older!.map((text) => `[-${text}-]`),
      ...newer!.map((text) => `{+${text}+}`),
    ]);
    expect(changedLines([older!.join('')], [`${newer!.join('')}`])).toEqual([
      `[-${older!.join('')}-]`,
      `{+${newer!.join('')}+}`,
    ]);
  });
});
