/** The frame in which the sample page stands. */
import { useRef } from 'preact/hooks';
import { t } from '../../utils/extension/language';

export function SampleFrame({ onReady }: { onReady: (window: Window & typeof globalThis) => void }) {
  const filled = useRef(false);
  const load = (frame: HTMLIFrameElement) => {
    if (filled.current) return;
    filled.current = true;
    onReady(frame.contentWindow as Window & typeof globalThis);
  };
  return (
    <figure class="sample">
      <figcaption class="soft">{t('welcome_sample_words')}</figcaption>
      {/* Firefox replaces the first blank page by another; what is written before its load event is lost. */}
      <iframe id="sample" title={t('welcome_sample')} onLoad={(event) => load(event.currentTarget)} />
    </figure>
  );
}
