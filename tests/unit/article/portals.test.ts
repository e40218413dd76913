import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BODY_COMMENTS, PORTAL_RULES, portalRuleFor } from '../../../utils/article/portals';

describe('the portal rules', () => {
  const marks = PORTAL_RULES.map((rule) => rule.mark);

  test('are sorted by their marks, each mark once', () => {
    expect(marks).toEqual([...new Set(marks)].sort());
  });

  test.each(marks)('%s can be parsed', (mark) => {
    expect(mark).toMatch(/^(?:[#.][a-z0-9_-]+\*?|[a-z]+)$/);
  });

  test('name the comments of a CMS in lower case', () => {
    for (const { begin, end } of BODY_COMMENTS) expect([begin, end]).toEqual([begin.toLowerCase(), end.toLowerCase()]);
  });

  test('are explained, each on its line, and name no site', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../utils/article/portals.ts'), 'utf8');
    const lines = source.split('\n').filter((line) => /^ {2}\{ (?:mark|begin): '/.test(line));
    expect(lines).toHaveLength(PORTAL_RULES.length + BODY_COMMENTS.length);
    const reasons = lines.map((line) => / \}, \/\/ (.+)$/.exec(line)?.[1] ?? '');
    expect(reasons.filter((reason) => reason.length < 5)).toEqual([]);
    expect(reasons.filter((reason) => /https?:|www\.|\.(?:cn|com|hk|tw|mo|sg)\b/.test(reason))).toEqual([]);
  });

  test('are found by tag, id, class and beginning', () => {
    expect(portalRuleFor('ucapcontent', '', '')?.is).toBe('body');
    expect(portalRuleFor('div', 'zoom', '')?.is).toBe('body');
    expect(portalRuleFor('div', 'vsb_content_2', '')?.is).toBe('body');
    expect(portalRuleFor('div', '', 'left trs_editor')?.is).toBe('body');
    expect(portalRuleFor('div', 'zoomer', 'trs')).toBeUndefined();
    expect(portalRuleFor('constructor', '__proto__', 'toString')).toBeUndefined();
  });
});
