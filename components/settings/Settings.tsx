/** The settings page. Every change is kept at once; there is no button to forget. */
import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language, t } from '../../utils/extension/language';
import { changeSettings, type Settings as Stored } from '../../utils/extension/settings';
import { addedSites, removeSite } from '../../utils/extension/sites';
import { SyncSettings } from './SyncSettings';

/** Languages are named in themselves, so that everyone finds their own. */
const LANGUAGE_NAMES: Record<Language, string> = { zh_CN: '简体中文', zh_TW: '繁體中文', en: 'English' };

function Sites() {
  const [sites, setSites] = useState<string[]>([]);
  const read = () => addedSites().then(setSites);
  useEffect(() => void read(), []);
  return (
    <section>
      <h2>{t('settings_sites')}</h2>
      <p class="soft">{t('settings_sites_government')}</p>
      {sites.length === 0 && <p class="soft">{t('settings_sites_none')}</p>}
      <ul>
        {sites.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <button type="button" class="button" onClick={() => removeSite(site).then(read)}>
              {t('settings_sites_remove', { site })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Settings({ settings }: { settings: Stored }) {
  const [saved, setSaved] = useState(false);
  const change = async (fields: Partial<Stored>) => {
    await changeSettings(fields);
    if (fields.language) location.reload();
    else setSaved(true);
  };
  return (
    <main class="settings">
      <h1>{t('settings_title')}</h1>
      <section>
        <h2>
          <label for="language">{t('settings_language')}</label>
        </h2>
        <select
          id="language"
          class="field"
          value={settings.language}
          onChange={(event) => change({ language: event.currentTarget.value as Stored['language'] })}
        >
          <option value="auto">{t('settings_language_auto')}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </select>
      </section>
      <Sites />
      <section>
        <h2>
          <label for="names">{t('settings_names')}</label>
        </h2>
        <p class="soft" id="names-hint">
          {t('settings_names_hint')}
        </p>
        <textarea
          id="names"
          class="field"
          rows={4}
          aria-describedby="names-hint"
          lang="zh-Hant"
          onInput={() => setSaved(false)}
          onChange={(event) =>
            change({
              protectedNames: event.currentTarget.value
                .split('\n')
                .map((name) => name.trim())
                .filter(Boolean),
            })
          }
        >
          {settings.protectedNames.join('\n')}
        </textarea>
      </section>
      <section>
        <h2>{t('settings_words')}</h2>
        <label class="choice-line">
          <input
            id="regional-words"
            type="checkbox"
            checked={settings.regionalWords}
            onChange={(event) => change({ regionalWords: event.currentTarget.checked })}
          />
          {t('settings_words_hint')}
        </label>
      </section>
      <p class="soft" role="status">
        {saved && t('settings_saved')}
      </p>
      <SyncSettings />
      <p class="soft">{t('settings_privacy')}</p>
    </main>
  );
}
