/**
 * The government portals on which Qingyue works by itself, as match patterns.
 * `gov.cn`, `gov.hk`, `gov.tw`, `gov.mo` and `gov.sg` are closed registries: only public bodies get names under them.
 * On gov.sg the Chinese pages share their hosts with the English ones; a page that is not Chinese is left alone.
 */
export const GOVERNMENT_MATCHES = [
  '*://*.gov.cn/*',
  '*://*.gov.hk/*',
  '*://*.gov.mo/*',
  '*://*.gov.sg/*',
  '*://*.gov.tw/*',
];

/** `gov.cn` and the others, without what makes them patterns. */
export const governmentDomains = (): string[] =>
  GOVERNMENT_MATCHES.map((match) => match.slice('*://*.'.length, -'/*'.length));

/** The script that takes a first look at their pages, and at those of sites the reader adds. */
export const GLANCE_FILE = 'glance.js';
