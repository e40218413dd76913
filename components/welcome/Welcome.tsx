/** The first page a reader sees: the three things Qingyue does, to be tried on a sample, and where its button is. */
import { t } from '../../utils/extension/language';
import { changeSettings, type Settings } from '../../utils/extension/settings';
import { LanguageSelect } from '../LanguageSelect';
import { ShortcutList } from '../ShortcutList';
import { SampleFrame } from './SampleFrame';
import { Steps } from './Steps';
import { useSample } from './use-sample';

export function Welcome({ settings }: { settings: Settings }) {
  const { shown, load, showView } = useSample();
  const chooseLanguage = async (language: Settings['language']) => {
    await changeSettings({ language });
    location.reload();
  };
  return (
    <main class="welcome">
      <header>
        <h1>{t('welcome_title')}</h1>
        <LanguageSelect value={settings.language} onChange={chooseLanguage} />
        <p>{t('welcome_lead')}</p>
      </header>
      <SampleFrame onReady={load} />
      <div class="tries" data-state={shown.state}>
        {shown.state === 'loading' && <p role="status">{t('welcome_loading')}</p>}
        {shown.state === 'failed' && <p role="alert">{t('welcome_failed', { detail: shown.detail })}</p>}
        {shown.state === 'ready' && <Steps {...shown} onView={showView} />}
      </div>
      <footer>
        <section aria-labelledby="button-title">
          <h2 id="button-title">{t('welcome_button')}</h2>
          <p>{t(import.meta.env.FIREFOX ? 'welcome_pin_firefox' : 'welcome_pin_chromium')}</p>
          <p>{t('welcome_button_words')}</p>
        </section>
        <section aria-labelledby="keys-title">
          <h2 id="keys-title">{t('welcome_keys')}</h2>
          <ShortcutList />
          <p>
            <a href="options.html">{t('welcome_settings')}</a>
          </p>
        </section>
        <p class="soft">{t('welcome_done')}</p>
      </footer>
    </main>
  );
}
