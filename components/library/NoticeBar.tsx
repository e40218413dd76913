/** Says what was just done, and offers to take it back. The region is always there, so that it is announced. */
import { t } from '../../utils/extension/language';
import type { Notices } from './use-notice';

export function NoticeBar({ notice, undo }: Notices) {
  return (
    <div class="notice-bar" role="status">
      {notice && (
        <p class="toast">
          <bdi>{notice.words}</bdi>
          {notice.undo && (
            <button type="button" class="button button-quiet" onClick={undo}>
              {t('library_undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
