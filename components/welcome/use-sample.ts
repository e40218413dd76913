/** The sample page at work: read, converted, cleared and marked by the same code as any page on the web. */
import { useState } from 'preact/hooks';
import type { Digest } from '../../utils/digest/digest';
import { choicesOf } from '../../utils/extension/conversion-choices';
import { askBackground } from '../../utils/extension/messages';
import { PageReader, type PageReading, type View } from '../../utils/page/page-reader';
import { digestInputOf, type Reading } from '../../utils/reading';
import type { Reveal } from '../DigestLists';
import { fillSample, styleSample } from './sample-document';
import { SAMPLE_PAGE } from './sample-page';

export interface ReadySample {
  state: 'ready';
  reading: Reading;
  digest: Digest;
  view: View;
  convert: (on: boolean) => Promise<void>;
  focus: (on: boolean) => void;
  reveal: Reveal;
}

export type SampleState = { state: 'loading' } | { state: 'failed'; detail: string } | ReadySample;

/** The article of the sample. @throws where none is found, as on no page of ours. */
function articleOf(page: PageReading): Reading {
  if (page.state !== 'article') throw new Error(page.kind);
  return page.reading;
}

export function useSample(): { sample: SampleState; load: (window: Window & typeof globalThis) => Promise<void> } {
  const [sample, setSample] = useState<SampleState>({ state: 'loading' });
  const show = (view: View) => setSample((now) => (now.state === 'ready' ? { ...now, view } : now));
  const load = async (window: Window & typeof globalThis) => {
    try {
      styleSample(window);
      fillSample(window, SAMPLE_PAGE);
      const reader = new PageReader(window, 'sample');
      const page = reader.read();
      const reading = articleOf(page);
      const digest = await askBackground('digest:make', digestInputOf(reading));
      const choices = await choicesOf(digest.people);
      setSample({
        state: 'ready',
        reading,
        digest,
        view: page.view,
        convert: async (on) => show(await reader.convert(on, choices)),
        focus: (on) => show(reader.focus(on)),
        reveal: async (kind, mentions, index) => reader.reveal({ kind, mentions, index }),
      });
    } catch (error) {
      setSample({ state: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  return { sample, load };
}
