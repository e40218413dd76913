/** Simplified → traditional, by opencc-js, whose dictionaries (about 1 MB) are loaded only when this is asked for. */

/** `opencc` is OpenCC's own standard, which neither Taiwan nor Hong Kong writes as such. */
export type TraditionalVariant = 'taiwan' | 'hongkong' | 'opencc';

const LOCALES = { taiwan: 'tw', hongkong: 'hk', opencc: 't' } as const;

/** A converter for one variant; words stay those of the mainland. Rejects when the dictionaries cannot be loaded. */
export async function loadTraditionaliser(variant: TraditionalVariant): Promise<(text: string) => string> {
  const { Converter } = await import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: LOCALES[variant] });
}
