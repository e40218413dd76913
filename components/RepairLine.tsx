/** What was mended, and what could not be. Nothing is shown for an undamaged page. */

import { t } from '../utils/extension/language';
import type { DamageFamily, RepairCounts } from '../utils/script/script';

/** Damage that is known and cannot be mended. */
const WITHOUT_MEND = ['toneless pinyin', 'doubled pinyin', 'lost bytes'] as const;

interface Props {
  repair: RepairCounts;
  families: readonly DamageFamily[];
}

export function RepairLine({ repair, families }: Props) {
  const { annotations, shiftedRuns, unrepaired } = repair;
  const mended = [
    annotations > 0 && t('repair_annotations', { count: annotations }),
    shiftedRuns > 0 && t('repair_shifted', { count: shiftedRuns }),
  ].filter((part) => part !== false);
  const named = WITHOUT_MEND.filter((family) => families.includes(family));
  if (mended.length === 0 && unrepaired === 0 && named.length === 0) return null;
  return (
    <p class="repair">
      {mended.length > 0 && t('repair_fixed', { what: mended.join(t('repair_join')) })}
      {unrepaired > 0 && <span> {t('repair_unrepaired', { count: unrepaired })}</span>}
      {named.map((family) => (
        <span key={family}> {t(`damage_${family.replace(' ', '_') as 'toneless_pinyin'}`)}</span>
      ))}
    </p>
  );
}
