import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from '../../../../utils/clips/formats/segments';
import { anyText } from './any-text';

test('a text is cut at its links', () => {
  const links = [
    { start: 4, end: 6, href: 'mailto:a@example.gov.cn' },
    { start: 0, end: 2, href: 'https://example.gov.cn/' },
  ];
  expect(segmentsOf({ text: '文件下载邮箱。', links })).toEqual([
    { text: '文件', href: 'https://example.gov.cn/' },
    { text: '下载', href: null },
    { text: '邮箱', href: 'mailto:a@example.gov.cn' },
    { text: '。', href: null },
  ]);
});

test('links that overlap, leave the text or are unsafe stay plain', () => {
  const links = [
    { start: 0, end: 3, href: 'https://a.example/' },
    { start: 2, end: 4, href: 'https://b.example/' },
    { start: 4, end: 5, href: 'javascript:x' },
    { start: 4, end: 99, href: 'https://c.example/' },
  ];
  expect(segmentsOf({ text: '一二三四五', links })).toEqual([
    { text: '一二三', href: 'https://a.example/' },
    { text: '四五', href: null },
  ]);
});

test('no link loses a character', () => {
  const link = fc.record({ start: fc.nat(20), end: fc.nat(20), href: fc.constantFrom('https://a.example/', 'data:x') });
  fc.assert(
    fc.property(anyText(), fc.array(link), (text, links) => {
      expect(
        segmentsOf({ text, links })
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
