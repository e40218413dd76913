import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startGlance } from '../utils/extension/glance';

export default defineUnlistedScript(() => startGlance(window));
