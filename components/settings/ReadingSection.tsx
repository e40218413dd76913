/** The reading style, chosen on an article that is set by the code of the reading view. */
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/extension/language';
import { USUAL_STYLE } from '../../utils/page/reading-view/reading-style';
import { type StylePreview, stylePreview } from '../../utils/page/reading-view/style-preview';
import { VIEW_WORDS, type ViewWords } from '../../utils/page/reading-view/view-words';
import { PREVIEW_ARTICLE } from './preview-article';
import { Section } from './Section';
import type { SettingsState } from './use-settings';

const viewWords = () => Object.fromEntries(VIEW_WORDS.map((key: MessageKey) => [key, t(key)])) as ViewWords;

export function ReadingSection({ settings: { reading }, change }: SettingsState) {
  const host = useRef<HTMLDivElement>(null);
  const preview = useRef<StylePreview | null>(null);
  useEffect(() => {
    preview.current = stylePreview(host.current!, {
      article: PREVIEW_ARTICLE,
      style: reading,
      words: viewWords(),
      language: document.documentElement.lang,
      keepStyle: (style) => change({ reading: style }),
    });
  }, []);
  useEffect(() => preview.current?.restyle(reading), [reading]);
  return (
    <Section name="reading">
      <p class="soft">{t('settings_reading_hint')}</p>
      <div id="reading-preview" ref={host} />
      <p>
        <button type="button" class="button" onClick={() => change({ reading: USUAL_STYLE })}>
          {t('settings_reading_usual')}
        </button>
      </p>
    </Section>
  );
}
