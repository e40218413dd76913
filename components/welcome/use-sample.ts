/** The sample page at work: read, converted, cleared and marked by the same code as any page on the web. */
import { useState } from 'preact/hooks';
import type { View } from '../../utils/page/page-reader';
import type { Sample } from './start-sample';

export type SampleState =
  | { state: 'loading' }
  | { state: 'failed'; detail: string }
  | { state: 'ready'; sample: Sample; view: View };

export interface UsedSample {
  shown: SampleState;
  /** Fills the frame with this window. */
  load: (window: Window & typeof globalThis) => Promise<void>;
  showView: (view: View) => void;
}

export function useSample(): UsedSample {
  const [shown, setShown] = useState<SampleState>({ state: 'loading' });
  const load = async (window: Window & typeof globalThis) => {
    try {
      const { startSample } = await import('./start-sample');
      const sample = await startSample(window);
      setShown({ state: 'ready', sample, view: sample.view });
    } catch (error) {
      setShown({ state: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  const showView = (view: View) => setShown((now) => (now.state === 'ready' ? { ...now, view } : now));
  return { shown, load, showView };
}
