/** The digest of an article. It takes longer than the rest of the popup, which is shown without waiting for it. */
import { useEffect, useState } from 'preact/hooks';
import type { Digest } from '../../utils/digest/digest';
import { digestInputOf } from '../../utils/digest/digest-input';
import { askBackground } from '../../utils/extension/messages';
import type { Reading } from '../../utils/reading';

export type DigestState = { state: 'loading' } | { state: 'ready'; digest: Digest } | { state: 'failed' };

export function useDigest(reading: Reading): DigestState {
  const [digest, setDigest] = useState<DigestState>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    askBackground('digest:make', digestInputOf(reading)).then(
      (made) => current && setDigest({ state: 'ready', digest: made }),
      () => current && setDigest({ state: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [reading]);
  return digest;
}
