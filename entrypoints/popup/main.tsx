import '../../components/tokens.css';
import '../../components/digest.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { NoTab } from '../../components/popup/NoTab';
import { Popup } from '../../components/popup/Popup';
import { loadLanguage } from '../../utils/extension/language';
import { shownTab } from '../../utils/extension/tabs';

const root = document.getElementById('root') as HTMLElement;
const [tab] = await Promise.all([shownTab(location.search), loadLanguage(document)]);
render(tab ? <Popup tab={tab} /> : <NoTab />, root);
