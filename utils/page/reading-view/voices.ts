/**
 * The voice for a text. Only voices of the device itself: the others send what they read to their maker.
 * Any Chinese voice reads both scripts, so the one that fits best is taken.
 */

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** What voices call themselves, best first: BCP 47 tags, with Android's underscores made hyphens. */
const PREFERENCES: Record<'zh-Hans' | 'zh-Hant', RegExp[]> = {
  'zh-Hans': [/^(zh|cmn)(-hans)?-cn$/, /^(zh|cmn)(-hans)?-sg$/, /^(zh|cmn)(-hans)?$/, /^(zh|cmn)-/, /^yue/],
  'zh-Hant': [/^(zh|cmn)(-hant)?-tw$/, /^(zh|yue)(-hant)?-hk$/, /^(zh|cmn)-hant/, /^(zh|cmn)(-|$)/, /^yue/],
};

/** The best local voice for text in `lang`, a default voice before others like it; null when none speaks Chinese. */
export function voiceFor<V extends Voice>(voices: readonly V[], lang: string): V | null {
  const local = voices.filter(({ localService }) => localService);
  for (const wanted of PREFERENCES[lang === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans']) {
    const fitting = local.filter((voice) => wanted.test(voice.lang.toLowerCase().replaceAll('_', '-')));
    if (fitting.length > 0) return fitting.find((voice) => voice.default) ?? fitting[0]!;
  }
  return null;
}
