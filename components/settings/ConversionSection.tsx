/** What conversion replaces besides characters, and what it leaves alone. */
import { t } from '../../utils/extension/language';
import { Switch } from '../Switch';
import { linesTyped } from './lines-typed';
import { Section } from './Section';
import type { SettingsState } from './use-settings';

export function ConversionSection({ settings: { regionalWords, protectedNames }, change }: SettingsState) {
  return (
    <Section name="conversion">
      <div class="option">
        <Switch
          id="regional-words"
          label={t('settings_words')}
          on={regionalWords}
          onChange={(on) => change({ regionalWords: on })}
        />
        <p class="soft">{t('settings_words_hint')}</p>
      </div>
      <h3>
        <label for="names">{t('settings_names')}</label>
      </h3>
      <p class="soft" id="names-hint">
        {t('settings_names_hint')}
      </p>
      <textarea
        id="names"
        class="field"
        rows={4}
        aria-describedby="names-hint"
        lang="zh-Hant"
        value={protectedNames.join('\n')}
        onChange={(event) => change({ protectedNames: linesTyped(event.currentTarget.value) })}
      />
    </Section>
  );
}
