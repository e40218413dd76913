/** Sync with a WebDAV server: naming and trying it, switching sync on, what the last run did, forgetting the server. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/extension/language';
import { askBackground } from '../../utils/extension/messages';
import {
  DEFAULT_FOLDER,
  onSyncChange,
  requestServer,
  type SyncAnswer,
  type SyncFailure,
  type SyncRequest,
  type SyncStatus,
  serverAddress,
} from '../../utils/extension/sync-server';
import { Switch } from '../Switch';

const failureWords = (failure: SyncFailure) => t(`sync_failure_${failure}`);

function lastRunWords({ lastRun, running }: SyncStatus): string {
  if (running) return t('sync_running');
  if (!lastRun) return t('sync_never');
  const { failure, uploaded, downloaded, refused } = lastRun;
  const at = new Date(lastRun.at).toLocaleString(document.documentElement.lang);
  if (failure) return t('sync_last_failed', { at, reason: failureWords(failure) });
  const done = t('sync_last', { at, uploaded, downloaded });
  return refused === 0 ? done : `${done} ${t('sync_refused', { count: refused })}`;
}

interface FormProps {
  server: SyncStatus['server'];
  configure: (request: SyncRequest) => Promise<SyncAnswer>;
}

function ServerForm({ server, configure }: FormProps) {
  const [result, setResult] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(entered.get(name) ?? '').trim();
    const url = serverAddress(text('url'));
    if (url === null) return setResult(t('sync_failure_address'));
    setBusy(true);
    setResult(t('sync_testing'));
    try {
      // First of all, while the click still counts as one.
      if (!(await requestServer(url))) return setResult(failureWords('permission'));
      const password = String(entered.get('password') ?? '') || null;
      const named = { url, user: text('user'), password, folder: text('folder') || DEFAULT_FOLDER };
      const { failure } = await configure({ what: 'server', server: named });
      setResult(failure ? failureWords(failure) : t('sync_connected'));
    } catch {
      setResult(failureWords('failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="sync-server" onSubmit={save}>
      <label for="sync-url">{t('sync_url')}</label>
      <input
        id="sync-url"
        name="url"
        class="field"
        inputMode="url"
        required
        autoComplete="off"
        spellcheck={false}
        defaultValue={server?.url}
        aria-describedby="sync-url-hint"
      />
      <p class="soft" id="sync-url-hint">
        {t('sync_url_hint')}
      </p>
      <label for="sync-user">{t('sync_user')}</label>
      <input
        id="sync-user"
        name="user"
        class="field"
        autoComplete="off"
        spellcheck={false}
        defaultValue={server?.user}
      />
      <label for="sync-password">{t('sync_password')}</label>
      <input
        id="sync-password"
        name="password"
        type="password"
        class="field"
        autoComplete="off"
        placeholder={server ? t('sync_password_kept') : undefined}
        aria-describedby="sync-password-hint"
      />
      <p class="soft" id="sync-password-hint">
        {t('sync_password_hint')}
      </p>
      <label for="sync-folder">{t('sync_folder')}</label>
      <input
        id="sync-folder"
        name="folder"
        class="field"
        autoComplete="off"
        spellcheck={false}
        defaultValue={server?.folder ?? DEFAULT_FOLDER}
      />
      <p>
        <button type="submit" class="button" disabled={busy}>
          {t('sync_save')}
        </button>
      </p>
      <p class="soft" role="status">
        {result}
      </p>
    </form>
  );
}

export function SyncSettings() {
  const [status, setStatus] = useState<SyncStatus | null>(null);
  /** Raised to empty the form. */
  const [forgotten, setForgotten] = useState(0);
  const ask = () => askBackground('sync:status').then(setStatus, () => {});
  useEffect(() => {
    void ask();
    return onSyncChange(ask);
  }, []);
  const configure = async (request: SyncRequest) => {
    const answer = await askBackground('sync:configure', request);
    setStatus(answer.status);
    return answer;
  };
  const forget = async () => {
    await configure({ what: 'forget' });
    setForgotten(forgotten + 1);
  };
  const syncNow = async () => {
    setStatus((known) => known && { ...known, running: true });
    await askBackground('sync:now').then(setStatus, ask);
  };
  if (!status) return null;
  const { server, enabled, running } = status;
  return (
    <section>
      <h2>{t('sync_title')}</h2>
      <p class="soft">{t('sync_hint')}</p>
      <ServerForm key={forgotten} server={server} configure={configure} />
      {server && (
        <>
          <Switch label={t('sync_enabled')} on={enabled} onChange={(on) => configure({ what: 'enable', on })} />
          <p class="soft" role="status">
            {lastRunWords(status)}
          </p>
          <p class="sync-actions">
            <button type="button" class="button" disabled={running} onClick={syncNow}>
              {t('sync_now')}
            </button>
            <button type="button" class="button button-quiet" onClick={forget}>
              {t('sync_forget')}
            </button>
          </p>
          <p class="soft">{t('sync_forget_hint')}</p>
        </>
      )}
    </section>
  );
}
