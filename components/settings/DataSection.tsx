/** Deletes what Qingyue keeps, kind by kind, after asking once more. */
import { useState } from 'preact/hooks';
import { DATA_KINDS, type DataKind } from '../../utils/extension/data-kinds';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import type { Health } from '../library/care/use-health';
import { DeletionDialog } from './DeletionDialog';
import { Section } from './Section';

export function DataSection({ health: { health, ask } }: { health: Health }) {
  const [chosen, setChosen] = useState<readonly DataKind[]>([]);
  const [asking, setAsking] = useState(false);
  const [result, setResult] = useState('');
  const count = health?.count ?? 0;
  const choose = (kind: DataKind, on: boolean) =>
    setChosen(DATA_KINDS.filter((one) => (one === kind ? on : chosen.includes(one))));
  const start = (event: Event) => {
    event.preventDefault();
    setResult(chosen.length === 0 ? t('settings_data_choose') : '');
    setAsking(chosen.length > 0);
  };
  const remove = async () => {
    setAsking(false);
    setResult(t('settings_data_deleting'));
    try {
      await askBackground('data:delete', { kinds: [...chosen] });
      setChosen([]);
      setResult(t('settings_data_deleted'));
    } catch (error) {
      setResult(t('settings_data_failed', { detail: error instanceof Error ? error.message : String(error) }));
    }
    ask();
  };
  return (
    <Section name="data">
      <p class="soft">{t('settings_data_hint')}</p>
      <form onSubmit={start}>
        <fieldset class="choices">
          <legend class="visually-hidden">{t('settings_data_which')}</legend>
          <label>
            <input
              type="checkbox"
              id="data-all"
              checked={chosen.length === DATA_KINDS.length}
              onChange={(event) => setChosen(event.currentTarget.checked ? DATA_KINDS : [])}
            />
            {t('settings_data_all')}
          </label>
          {DATA_KINDS.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                name={kind}
                checked={chosen.includes(kind)}
                onChange={(event) => choose(kind, event.currentTarget.checked)}
              />
              {t(`data_${kind}`, { count })}
            </label>
          ))}
        </fieldset>
        <button type="submit" id="delete-data" class="button button-danger">
          {t('settings_data_delete')}
        </button>
      </form>
      <p id="data-result" class="soft" role="status">
        {result}
      </p>
      {asking && <DeletionDialog kinds={chosen} count={count} onDelete={remove} onClose={() => setAsking(false)} />}
    </Section>
  );
}
