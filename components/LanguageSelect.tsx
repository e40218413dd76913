/** Chooses the language of the interface. */
import { LANGUAGES, type Language, t } from '../utils/extension/language';
import type { Settings } from '../utils/extension/settings';

/** Languages are named in themselves, so that everyone finds their own. */
const NAMES: Record<Language, { name: string; lang: string }> = {
  zh_CN: { name: '简体中文', lang: 'zh-Hans' },
  zh_TW: { name: '繁體中文', lang: 'zh-Hant' },
  en: { name: 'English', lang: 'en' },
};

interface Props {
  value: Settings['language'];
  onChange: (language: Settings['language']) => void;
}

export function LanguageSelect({ value, onChange }: Props) {
  return (
    <select
      id="language"
      class="field"
      aria-label={t('settings_language')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Settings['language'])}
    >
      <option value="auto">{t('settings_language_auto')}</option>
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={NAMES[language].lang}>
          {NAMES[language].name}
        </option>
      ))}
    </select>
  );
}
