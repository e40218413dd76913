/** The languages of the interface, the default first; each has a file `<language>.json` here with the same keys. */
export const LANGUAGES = ['zh_CN', 'zh_TW', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
