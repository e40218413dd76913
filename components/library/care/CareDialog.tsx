/** What there is to know of the library as a store: its size, whether the browser may clear it, its backup, what was set aside. */
import { useEffect, useState } from 'preact/hooks';
import type { AsideRecord } from '../../../utils/clips/clip';
import { asideList } from '../../../utils/clips/store';
import { t } from '../../../utils/extension/language';
import { today } from '../../today';
import { Dialog } from '../Dialog';
import { withLibrary } from '../library-access';
import { download } from '../transfer/download';
import { bytesWords } from './bytes';
import type { Health } from './use-health';

const dayWords = (iso: string) => new Date(iso).toLocaleDateString(document.documentElement.lang);

function AsideRecords() {
  const [records, setRecords] = useState<AsideRecord[]>([]);
  useEffect(() => {
    withLibrary(asideList).then(setRecords, () => {});
  }, []);
  if (records.length === 0) return null;
  const save = () =>
    download({
      name: `qingyue-aside-${today()}.json`,
      blob: new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' }),
    });
  return (
    <section aria-labelledby="aside-records">
      <h3 id="aside-records">{t('care_aside', { count: records.length })}</h3>
      <p class="soft">{t('care_aside_words')}</p>
      <ul class="aside-records">
        {records.map(({ id, store, reason, at }) => (
          <li key={id}>
            <bdi>
              {store} · {reason}
            </bdi>{' '}
            <span class="soft">{dayWords(at)}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={save}>
        {t('care_aside_download')}
      </button>
    </section>
  );
}

export function CareDialog({ health: { health, ask }, onClose }: { health: Health; onClose: () => void }) {
  const [refused, setRefused] = useState(false);
  const persist = async () => {
    setRefused(!(await navigator.storage.persist()));
    ask();
  };
  return (
    <Dialog title={t('care_title')} onClose={onClose}>
      {health && (
        <dl class="care">
          <div>
            <dt>{t('care_clips')}</dt>
            <dd>{health.count}</dd>
          </div>
          <div>
            <dt>{t('care_room')}</dt>
            <dd>{t('care_room_of', { used: bytesWords(health.usage ?? 0), quota: bytesWords(health.quota ?? 0) })}</dd>
          </div>
          <div>
            <dt>{t('care_persistence')}</dt>
            <dd>
              {t(health.persisted ? 'care_persisted' : 'care_not_persisted')}
              {!health.persisted && (
                <p>
                  <button type="button" class="button" onClick={persist}>
                    {t('care_persist')}
                  </button>
                </p>
              )}
              <span role="status">{refused && t('care_persist_refused')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('care_backup')}</dt>
            <dd>
              {health.lastBackup ? t('care_backup_last', { day: dayWords(health.lastBackup) }) : t('care_backup_never')}
            </dd>
          </div>
        </dl>
      )}
      <AsideRecords />
    </Dialog>
  );
}
