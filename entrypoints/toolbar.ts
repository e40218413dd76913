import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startToolbar } from '../utils/extension/toolbar';

export default defineUnlistedScript(() => startToolbar(window));
