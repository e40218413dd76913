/** Puts the sample page into its frame and the reader on it; loaded apart, because the reader is large. */
import type { Digest } from '../../utils/digest/digest';
import { digestInputOf } from '../../utils/digest/digest-input';
import { choicesOf } from '../../utils/extension/conversion-choices';
import { askBackground } from '../../utils/extension/messages';
import { PageReader, type PageReading, type RevealRequest, type View } from '../../utils/page/page-reader';
import type { Reading } from '../../utils/reading';
import { fillSample, styleSample } from './sample-document';
import { SAMPLE_PAGE } from './sample-page';

export interface Sample {
  reading: Reading;
  digest: Digest;
  /** As the page is at first. */
  view: View;
  convert: (on: boolean) => Promise<View>;
  focus: (on: boolean) => View;
  /** False where the mention is no longer on the page. */
  reveal: (request: RevealRequest) => boolean;
}

/** The article of the page. @throws where none is found, as on no page of ours. */
function articleOf(page: PageReading): Reading {
  if (page.state !== 'article') throw new Error(page.kind);
  return page.reading;
}

/** @param window That of the frame, whose document is blank. */
export async function startSample(window: Window & typeof globalThis): Promise<Sample> {
  styleSample(window);
  fillSample(window, SAMPLE_PAGE);
  const reader = new PageReader(window, 'sample');
  const page = reader.read();
  const reading = articleOf(page);
  const digest = await askBackground('digest:make', digestInputOf(reading));
  const choices = await choicesOf(digest.people);
  return {
    reading,
    digest,
    view: page.view,
    convert: (on) => reader.convert(on, choices),
    focus: (on) => reader.focus(on),
    reveal: (request) => reader.reveal(request),
  };
}
