import '../../components/tokens.css';
import '../../components/switch.css';
import '../../components/library/dialogs.css';
import '../../components/settings/settings.css';
import { render } from 'preact';
import { Settings } from '../../components/settings/Settings';
import { loadLanguage, t } from '../../utils/extension/language';
import { readSettings } from '../../utils/extension/settings';

const [settings] = await Promise.all([readSettings(), loadLanguage(document)]);
document.title = `${t('settings_title')} · ${t('manifest_short_name')}`;
render(<Settings settings={settings} />, document.getElementById('root') as HTMLElement);
