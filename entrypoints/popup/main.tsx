import '../../components/tokens.css';
import '../../components/digest.css';
import '../../components/switch.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { NoTab } from '../../components/popup/NoTab';
import { Popup } from '../../components/popup/Popup';
import { loadLanguage } from '../../utils/extension/language';
import { announceTabChange } from '../../utils/extension/tab-changes';
import { closePopup, shownTab } from '../../utils/extension/tabs';

const root = document.getElementById('root') as HTMLElement;
const [tab] = await Promise.all([shownTab(location.search), loadLanguage(document)]);
render(tab ? <Popup tab={tab} /> : <NoTab />, root);

addEventListener('keydown', ({ key, isComposing, defaultPrevented }) => {
  if (key === 'Escape' && !isComposing && !defaultPrevented) closePopup();
});
// Opening the popup may have let Qingyue read the tab, and what it did there shows in a panel that is open.
if (tab) addEventListener('pagehide', () => announceTabChange(tab.id));
