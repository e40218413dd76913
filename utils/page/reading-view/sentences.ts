/** Cuts a text into the sentences that are read aloud one after the other. */

export interface Span {
  start: number;
  end: number;
}

const SPEAKABLE = /[\p{L}\p{N}]/u;

let segmenter: Intl.Segmenter | undefined;

/** The sentences of `text` (Unicode UAX 29) by UTF-16 offsets, without those that hold nothing to say. */
export function sentencesIn(text: string): Span[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'sentence' });
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  })).filter(({ start, end }) => SPEAKABLE.test(text.slice(start, end)));
}
