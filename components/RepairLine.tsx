/** What was mended, and what could not be. Nothing is shown for an undamaged page. */

import { t } from '../utils/extension/language';
import type { RepairCounts } from '../utils/script/script';

export function RepairLine({ repair }: { repair: RepairCounts }) {
  const { annotations, shiftedRuns, unrepaired } = repair;
  const mended = [
    annotations > 0 && t('repair_annotations', { count: annotations }),
    shiftedRuns > 0 && t('repair_shifted', { count: shiftedRuns }),
  ].filter((part) => part !== false);
  if (mended.length === 0 && unrepaired === 0) return null;
  return (
    <p class="repair">
      {mended.length > 0 && t('repair_fixed', { what: mended.join(t('repair_join')) })}
      {unrepaired > 0 && <span> {t('repair_unrepaired', { count: unrepaired })}</span>}
    </p>
  );
}
