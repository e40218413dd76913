import '../../components/tokens.css';
import '../../components/switch.css';
import '../../components/digest.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { Welcome } from '../../components/welcome/Welcome';
import { loadLanguage, t } from '../../utils/extension/language';
import { readSettings } from '../../utils/extension/settings';

const [settings] = await Promise.all([readSettings(), loadLanguage(document)]);
document.title = `${t('welcome_title')} · ${t('manifest_short_name')}`;
render(<Welcome settings={settings} />, document.getElementById('root') as HTMLElement);
