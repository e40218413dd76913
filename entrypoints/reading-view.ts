import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReadingView } from '../utils/extension/reading-view';

export default defineUnlistedScript(() => startReadingView(window));
