import { describe, expect, test } from 'vitest';
import { conversionTable } from '../../../utils/script/conversion-table';
import { gb2312Level, gbk } from '../../../utils/script/gbk';
import { loadReadings } from '../../../utils/script/readings';
import { READING_TONES } from '../../../utils/script/readings-table';
import { traditionalOnly } from '../../../utils/script/traditional-only';

describe('GBK', () => {
  test('codes and characters', () => {
    expect(gbk().codeOf('為')).toBe(0x9ee9);
    expect(gbk().characterOf(0xf2, 0x9e)).toBe('驗');
    expect(gbk().characterOf(0xd5, 0x5c)).toBe('誠');
    expect(gbk().characterOf(0xfa, 0xc3)).toBe('\ue312');
    expect(gbk().codeOf('\ue312')).toBe(0xfac3);
    expect(gbk().characterOf(0x81, 0x40)).toBe('丂');
    expect(gbk().characterOf(0x81, 0x80)).toBe('亐');
  });

  test('what is no code has no character, what is outside has no code', () => {
    for (const [lead, trail] of [
      [0x80, 0x40],
      [0xff, 0x40],
      [0x81, 0x7f],
      [0x81, 0x3f],
      [0x81, 0xff],
    ] as const) {
      expect(gbk().characterOf(lead, trail)).toBeUndefined();
    }
    for (const character of ['A', '', '\u{20000}', '한']) expect(gbk().codeOf(character)).toBeUndefined();
  });

  test('every code comes back from its character', () => {
    const lost: number[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = gbk().characterOf(lead, trail);
        if (character !== undefined && gbk().codeOf(character) !== ((lead << 8) | trail)) lost.push(lead, trail);
      }
    }
    expect(lost).toEqual([]);
  });

  test('levels of GB 2312', () => {
    expect(['啊', '于', '亍', '鼾', '為', '，'].map((character) => gb2312Level(gbk().codeOf(character)))).toEqual([
      1, 1, 2, 2, 0, 0,
    ]);
  });
});

describe('readings', () => {
  test('follow the characters of the conversion table they were built with', () => {
    expect(traditionalOnly(gbk()).length).toBe(READING_TONES.length);
    const readings = loadReadings(gbk());
    const expected = { 驗: 'yan4', 區: 'qu1', 陳: 'chen2', 綠: 'lv4', 龜: 'gui1', 誠: 'cheng2', 鍇: 'kai3' };
    expect(Object.keys(expected).map((character) => readings.get(character))).toEqual(Object.values(expected));
    expect(readings.has('人')).toBe(false);
  });
});

test('the conversion table is built once', () => {
  expect(conversionTable()).toBe(conversionTable());
});
