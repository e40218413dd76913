import { describe, expect, test } from 'vitest';
import { BODY_COMMENTS, PORTAL_RULES, portalRuleFor } from '../../../utils/article/portals';

describe('the portal rules', () => {
  const marks = PORTAL_RULES.map((rule) => rule.mark);

  test('are sorted by their marks, each mark once', () => {
    expect(marks).toEqual([...new Set(marks)].sort());
  });

  test.each(PORTAL_RULES.map((rule) => [rule.mark, rule] as const))(
    '%s can be parsed and is explained',
    (mark, { why }) => {
      expect(mark).toMatch(/^(?:[#.][a-z0-9_-]+\*?|[a-z]+)$/);
      expect(why.length).toBeGreaterThanOrEqual(5);
      expect(why).not.toMatch(/https?:|www\.|\.(?:cn|com|hk|tw|mo|sg)\b/);
    },
  );

  test('name the comments of a CMS in lower case, with a reason', () => {
    for (const { begin, end, why } of BODY_COMMENTS) {
      expect([begin, end]).toEqual([begin.toLowerCase(), end.toLowerCase()]);
      expect(why).not.toBe('');
    }
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
