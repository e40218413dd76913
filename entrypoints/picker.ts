import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPicker } from '../utils/extension/picker';

export default defineUnlistedScript(() => startPicker(window));
