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
import { Section } from './Section';
import { TextField } from './TextField';

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
      <TextField
        id="sync-url"
        name="url"
        label={t('sync_url')}
        hint={t('sync_url_hint')}
        inputMode="url"
        required
        defaultValue={server?.url}
      />
      <TextField id="sync-user" name="user" label={t('sync_user')} defaultValue={server?.user} />
      <TextField
        id="sync-password"
        name="password"
        secret
        label={t('sync_password')}
        hint={t('sync_password_hint')}
        placeholder={server ? t('sync_password_kept') : undefined}
      />
      <TextField
        id="sync-folder"
        name="folder"
        label={t('sync_folder')}
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
  if (!status) return <Section name="sync">{null}</Section>;
  const { server, enabled, running } = status;
  return (
    <Section name="sync">
      <p class="soft">{t('sync_hint')}</p>
      <ServerForm key={forgotten} server={server} configure={configure} />
      {server && (
        <>
          <Switch
            id="sync-enabled"
            label={t('sync_enabled')}
            on={enabled}
            onChange={(on) => configure({ what: 'enable', on })}
          />
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
    </Section>
  );
}
