import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { glance } from '../utils/article/glance';
import { askBackground } from '../utils/extension/messages';
import { looksTraditional } from '../utils/script/sample';

/** Enough of a page to tell its script by; the cost of reading more is paid on every page. */
const SAMPLE_LENGTH = 4000;

export default defineUnlistedScript(async () => {
  const { chinese, likelyArticle } = glance(document);
  if (!chinese) return;
  const traditional = looksTraditional((document.body.textContent ?? '').slice(0, SAMPLE_LENGTH));
  // The background may be restarting, or gone after an update: the badge is not worth an error.
  await askBackground('page:glanced', { traditional, likelyArticle }).catch(() => {});
});
