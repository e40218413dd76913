import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../utils/extension/reader';

/** The script's value tells whoever injected it whether the reader is new to the page. */
export default defineUnlistedScript(() => startReader(window));
