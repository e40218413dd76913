import '../../components/tokens.css';
import '../../components/digest.css';
import '../../components/switch.css';
import '../../components/popup/popup.css';
import '../../components/popup/panel.css';
import { render } from 'preact';
import { Panel } from '../../components/popup/Panel';
import { loadLanguage } from '../../utils/extension/language';
import { ownWindow, shownTab } from '../../utils/extension/tabs';

const root = document.getElementById('root') as HTMLElement;
const [windowId, first] = await Promise.all([ownWindow(), shownTab(''), loadLanguage(document)]);
render(<Panel windowId={windowId} first={first} />, root);
