/** How the reader likes articles set and read aloud. Chosen once, it holds for every page. */

interface Range {
  least: number;
  most: number;
  step: number;
  usual: number;
}

/** Size in CSS pixels, width in Han characters, leading in lines, spacing in ems, rate in times the voice's own. */
export const RANGES = {
  size: { least: 16, most: 32, step: 1, usual: 20 },
  width: { least: 20, most: 60, step: 2, usual: 36 },
  leading: { least: 1.4, most: 2.4, step: 0.1, usual: 1.8 },
  spacing: { least: 0, most: 0.2, step: 0.02, usual: 0 },
  rate: { least: 0.5, most: 2, step: 0.1, usual: 1 },
} satisfies Record<string, Range>;

/** The first of each is the usual one. `auto` follows the system's light or dark. */
export const CHOICES = {
  font: ['song', 'kai', 'hei'],
  theme: ['auto', 'light', 'sepia', 'dark', 'contrast'],
  script: ['simplified', 'original', 'both'],
} as const;

export type RangeName = keyof typeof RANGES;
export type ChoiceName = keyof typeof CHOICES;

export type ReadingStyle = Record<RangeName, number> & { [K in ChoiceName]: (typeof CHOICES)[K][number] } & {
  /** 首行缩进: paragraphs begin two characters in. */
  indent: boolean;
};

export const USUAL_STYLE: ReadingStyle = cleanStyle(undefined);

function cleanNumber(value: unknown, { least, most, usual }: Range): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
}

function cleanChoice<T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

/** A style from whatever was stored or sent: numbers are brought into their range, all else falls back to the usual. */
export function cleanStyle(stored: unknown): ReadingStyle {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Record<string, unknown>>;
  return {
    size: cleanNumber(given.size, RANGES.size),
    width: cleanNumber(given.width, RANGES.width),
    leading: cleanNumber(given.leading, RANGES.leading),
    spacing: cleanNumber(given.spacing, RANGES.spacing),
    rate: cleanNumber(given.rate, RANGES.rate),
    font: cleanChoice(given.font, CHOICES.font),
    theme: cleanChoice(given.theme, CHOICES.theme),
    script: cleanChoice(given.script, CHOICES.script),
    indent: typeof given.indent === 'boolean' ? given.indent : true,
  };
}
