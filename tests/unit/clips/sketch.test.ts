import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchForm } from '../../../utils/clips/search-form';
import { containment, sketchOf } from '../../../utils/clips/sketch';

/** Chinese characters without repetition: every 4-gram is there once. */
const characters = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + from + index)).join('');

describe('a sketch', () => {
  test('is empty for texts of fewer than 40 4-grams', () => {
    expect(sketchOf('')).toEqual([]);
    expect(sketchOf(characters(0, 42))).toEqual([]);
    expect(sketchOf('通知'.repeat(500))).toEqual([]);
    expect(sketchOf(characters(0, 43))).toHaveLength(40);
  });

  test('holds the 64 smallest hashes, ascending, each once', () => {
    const sketch = sketchOf(characters(0, 2000).repeat(2));
    expect(sketch).toHaveLength(64);
    expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b));
    expect(sketch.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 30)).toBe(true);
  });

  test('is a fair sample: the 64th of 2,000 hashes lies near 64/2,000 of their range', () => {
    expect(sketchOf(characters(0, 2003))[63]! / 2 ** 30).toBeCloseTo(64 / 2000, 2);
  });

  test('leaves out punctuation, white space and numbers of four digits and more', () => {
    const text = characters(0, 100);
    const punctuated = Array.from(text, (character) => `${character}, \n“`).join('');
    expect(sketchOf(punctuated)).toEqual(sketchOf(text));
    expect(sketchOf('1234567890'.repeat(50))).toEqual([]);
  });

  test('of both scripts is the same', () => {
    const traditional =
      '陳鍇竑率隊專題調研文昌商圈建設工作並召開座談會趙長松居益芬徐德林等區領導陪同調研聽取匯報參觀黨建展示區與負責人親切交談了解運營情況';
    const simplified =
      '陈锴竑率队专题调研文昌商圈建设工作并召开座谈会赵长松居益芬徐德林等区领导陪同调研听取汇报参观党建展示区与负责人亲切交谈了解运营情况';
    expect(sketchOf(searchForm(traditional))).toEqual(sketchOf(searchForm(simplified)));
    expect(sketchOf(searchForm(simplified))).not.toEqual([]);
  });
});

describe('containment', () => {
  test('is 1 for a text in itself and 0 for texts without a 4-gram in common', () => {
    const [a, b] = [sketchOf(characters(0, 800)), sketchOf(characters(1000, 800))];
    expect(containment(a, a)).toBe(1);
    expect(containment(a, b)).toBe(0);
  });

  test('of an article in a repost with paragraphs added is 1, of the repost in the article its share', () => {
    const article = sketchOf(characters(0, 800));
    const repost = sketchOf(characters(3000, 200) + characters(0, 800) + characters(5000, 400));
    expect(containment(article, repost)).toBe(1);
    expect(Math.abs(containment(repost, article) - 800 / 1400)).toBeLessThan(0.15);
  });

  test('of a short text, whose sketch holds all its hashes', () => {
    const [short, long] = [sketchOf(characters(0, 50)), sketchOf(characters(0, 90))];
    expect(short).toHaveLength(47);
    expect(containment(short, long)).toBe(1);
  });

  test('with an empty sketch is 0', () => {
    const sketch = sketchOf(characters(0, 800));
    expect(containment([], sketch)).toBe(0);
    expect(containment(sketch, [])).toBe(0);
    expect(containment([], [])).toBe(0);
  });

  test('is estimated within 0.25 whatever share of the text is kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 8000 }), (kept, from) => {
        const whole = sketchOf(characters(from, 1003));
        const other = sketchOf(characters(from, kept + 3) + characters(from + 10_000, 1000 - kept));
        expect(Math.abs(containment(whole, other) - kept / 1000)).toBeLessThan(0.25);
      }),
    );
  });
});
