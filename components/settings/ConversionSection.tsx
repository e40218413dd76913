/** What conversion replaces besides characters, and what it leaves alone. */
import { t } from '../../utils/extension/language';
import { Switch } from '../Switch';
import { LinesField } from './LinesField';
import { Section } from './Section';
import type { SettingsState } from './use-settings';

export function ConversionSection({
  settings: { regionalWords, protectedNames, protectedWords },
  change,
}: SettingsState) {
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
      <LinesField
        id="names"
        label={t('settings_names')}
        hint={t('settings_names_hint')}
        lines={protectedNames}
        onChange={(lines) => change({ protectedNames: lines })}
      />
      <LinesField
        id="kept-words"
        label={t('settings_kept')}
        hint={t('settings_kept_hint')}
        lines={protectedWords}
        onChange={(lines) => change({ protectedWords: lines })}
      />
    </Section>
  );
}
