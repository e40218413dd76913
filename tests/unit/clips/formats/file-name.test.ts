import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../../utils/clips/formats/file-name';
import { anyText } from './any-text';
import { HOSTILE_TEXTS } from './make-entry';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** What Windows, macOS and Linux ask of a name; bidirectional controls are not theirs but ours. */
function expectValid(name: string) {
  expect(bytesOf(name)).toBeLessThanOrEqual(120);
  expect(name).not.toMatch(/[/\\:*?"<>|~\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
  expect(name).not.toMatch(/^[. ]|[. ]$|\p{Surrogate}/u);
  expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
  expect(name).toMatch(/.\.md$/);
}

describe('fileNameOf', () => {
  test.each([
    ['陳鍇竑調研文昌商圈', '陳鍇竑調研文昌商圈.md'],
    ['a/b\\c:d*e?f"g<h>i|j~k', 'a／b＼c：d＊e？f＂g＜h＞i｜j～k.md'],
    ['CON', '_CON.md'],
    ['nul.tar', '_nul.tar.md'],
    ['Console', 'Console.md'],
    ['lpt¹', '_lpt¹.md'],
    ['.gitignore', 'gitignore.md'],
    ['../../etc/passwd', '／..／etc／passwd.md'],
    ['通知。。 ... ', '通知。。.md'],
    ['\u202egnp.exe', 'gnp.exe.md'],
    ['甲\u200b\ufeff乙', '甲乙.md'],
    ['甲\r\n\t乙', '甲 乙.md'],
    ['', '无题.md'],
    ['...', '无题.md'],
    ['\u0000', '无题.md'],
  ])('%j is %j', (title, name) => {
    expect(fileNameOf(title, 'md')).toBe(name);
  });

  test('is cut at a code point', () => {
    expect(fileNameOf('字'.repeat(200), 'md')).toBe(`${'字'.repeat(39)}.md`);
    expect(fileNameOf('𠮷'.repeat(200), 'md')).toBe(`${'𠮷'.repeat(29)}.md`);
    expect(fileNameOf(`${'字'.repeat(38)}. ${'字'.repeat(9)}`, 'md')).toBe(`${'字'.repeat(38)}.md`);
    expect(fileNameOf('长'.repeat(34_000), 'csl.json')).toBe(`${'长'.repeat(37)}.csl.json`);
  });

  test('is one of its kind in a batch, whatever the case', () => {
    const taken = new Set<string>();
    const names = ['Notice', 'notice', 'NOTICE', 'notice (2)'].map((title) => fileNameOf(title, 'md', taken));
    expect(names).toEqual(['Notice.md', 'notice (2).md', 'NOTICE (3).md', 'notice (2) (2).md']);
  });

  test('a number takes the place of the end of a long title', () => {
    const taken = new Set<string>();
    const names = [1, 2].map(() => fileNameOf('字'.repeat(200), 'md', taken));
    expect(names[1]).toBe(`${'字'.repeat(37)} (2).md`);
  });

  test('thousands of clips can have one title', () => {
    const taken = new Set<string>();
    const names = Array.from({ length: 5000 }, () => fileNameOf('通知公告', 'md', taken));
    expect(new Set(names).size).toBe(5000);
    expect(names.at(-1)).toBe('通知公告 (5000).md');
  });

  test.each(HOSTILE_TEXTS)('%j gives a valid name', (title) => {
    expectValid(fileNameOf(title, 'md'));
  });

  test('whatever the titles, names are valid and differ', () => {
    const title = fc.oneof(anyText(200), fc.string({ unit: fc.constantFrom(...'. ~/:conCON1\u202e字') }));
    fc.assert(
      fc.property(fc.array(title, { maxLength: 20 }), (titles) => {
        const taken = new Set<string>();
        const names = titles.map((one) => fileNameOf(one, 'md', taken));
        for (const name of names) expectValid(name);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});
