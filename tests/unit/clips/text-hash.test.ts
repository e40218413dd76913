import { expect, test } from 'vitest';
import { textHash } from '../../../utils/clips/text-hash';

/** `printf '标题\\n一\\n二' | sha256sum` */
const HASH = '5d6b16864b96d0a469552794cfc1fbde8cf770eb7fa85105c8962cffec2139af';

test('is the SHA-256 of title and lines joined by line feeds', async () => {
  expect(await textHash('标题', ['一', '二'])).toBe(HASH);
  expect(await textHash('标题', ['一二'])).not.toBe(HASH);
});
