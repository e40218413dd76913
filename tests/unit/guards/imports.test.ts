import { describe, expect, test } from 'vitest';
import { violations } from './import-rules';
import { extensionSources } from './sources';

test('imports of the extension only point down', () => {
  const sources = extensionSources();
  expect(sources.map(({ path }) => path)).toContain('utils/article/article.ts');
  expect(violations(sources)).toEqual([]);
});

describe('the checker', () => {
  const check = (path: string, code: string) => violations([{ path, code }]);

  test.each([
    ['utils/article/find.ts', "import { convert } from '../script/simplify'"],
    ['utils/article/find.ts', "import type { Script } from '../script/script'"],
    ['utils/script/repair.ts', "export { linesOf } from '../article/article'"],
    ['utils/script/repair.ts', "import { readFileSync } from 'node:fs'"],
    ['utils/digest/people.ts', "import { readFound } from '../reading'"],
    ['utils/digest/people.ts', "import { datesIn } from '../article/dates-as-shown'"],
    ['utils/clips/store.ts', "import { makeDigest } from '../digest/make-digest'"],
    ['utils/clips/store.ts', "import { h } from 'preact'"],
    ['utils/reading.ts', "import { highlight } from './page/highlight'"],
    ['utils/page/focus.ts', "import { send } from '../extension/messages'"],
    ['utils/page/focus.ts', "const messages = await import('../extension/messages')"],
    ['utils/page/focus.ts', "type Send = import('../extension/messages').Send"],
    ['utils/page/focus.ts', 'const messages = await import(name)'],
    ['utils/page/focus.ts', "import { makeDigest } from '../digest/make-digest'"],
    ['utils/page/focus.ts', "import browser from 'webextension-polyfill'"],
    ['utils/extension/sites.ts', "import { Button } from '../../components/button'"],
    ['utils/extension/sites.ts', "import '../../components/style.css'"],
    ['components/people.tsx', "import { App } from '../entrypoints/popup/app'"],
    ['components/people.tsx', "import browser from 'webextension-polyfill'"],
    ['entrypoints/popup/main.tsx', "import { list } from '../library/list'"],
    ['entrypoints/popup/main.tsx', "import { list } from '@/utils/reading'"],
    ['entrypoints/content.ts', "import { start } from './reader'"],
    ['utils/stray.ts', "import { linesOf } from './article/article'"],
    ['utils/digest/people.ts', "import { corpus } from '../../bench/digest'"],
  ])('refuses in %s: %s', (path, code) => {
    expect(check(path, code)).toHaveLength(1);
  });

  test.each([
    [
      'utils/article/find.ts',
      "import { Readability } from '@mozilla/readability'; import { headlineOf } from './headline'",
    ],
    ['utils/digest/people.ts', "import { createSimplifier } from '../script/simplify'"],
    ['utils/digest/people.ts', "import type { Article } from '../article/article'"],
    ['utils/clips/clip.ts', "import type { Digest } from '../digest/digest'"],
    ['utils/clips/to-markdown.ts', "import { textsOf } from '../article/article'"],
    ['utils/extension/reader.ts', "import { focus } from '../page/focus'"],
    ['utils/reading.ts', "import { makeDigest } from './digest/make-digest'"],
    ['utils/page/focus.ts', "import { readFound } from '../reading'; import type { Mention } from '../digest/digest'"],
    ['utils/extension/api.ts', "import browser from 'webextension-polyfill'"],
    [
      'components/people.tsx',
      "import { useState } from 'preact/hooks'; import { t } from '../utils/extension/strings'",
    ],
    [
      'entrypoints/popup/main.tsx',
      "import './style.css'; import { App } from './app'; import { render } from 'preact'",
    ],
    ['entrypoints/reader.ts', "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'"],
  ])('accepts in %s: %s', (path, code) => {
    expect(check(path, code)).toEqual([]);
  });

  test('does not read comments and strings', () => {
    expect(
      check('utils/script/repair.ts', "// import '../page/focus'\nexport const s = \"import '../page/focus'\""),
    ).toEqual([]);
  });
});
