import { describe, expect, test } from 'vitest';
import { BROWSERS, builtFile, builtFiles, referencesOf } from './build';
import { extensionSources } from './sources';

/** What turns text into markup or code, and what talks to the outside. None of it has a place in Qingyue. */
const FORBIDDEN: Record<string, RegExp> = {
  innerHTML: /\binnerHTML\b/g,
  outerHTML: /\bouterHTML\b/g,
  insertAdjacentHTML: /\binsertAdjacentHTML\b/g,
  setHTMLUnsafe: /\b(set|parse)HTMLUnsafe\b/g,
  createContextualFragment: /\bcreateContextualFragment\b/g,
  srcdoc: /\bsrcdoc\b/g,
  'document.write': /\bdocument\.write(ln)?\b/g,
  eval: /\beval\b(?=\(|\))/g,
  Function: /\bFunction\(/g,
  fetch: /\bfetch\(/g,
  XMLHttpRequest: /\bXMLHttpRequest\b/g,
  WebSocket: /\bWebSocket\b/g,
  WebTransport: /\bWebTransport\b/g,
  EventSource: /\bEventSource\b/g,
  RTCPeerConnection: /\bRTCPeerConnection\b/g,
  sendBeacon: /\bsendBeacon\b/g,
  importScripts: /\bimportScripts\b/g,
};

/** A use of a forbidden word that is known; files are named without their hash. */
interface Exception {
  file: string;
  word: string;
  count: number;
}

const EXCEPTIONS: Exception[] = [
  // The WebDAV client: one call, to the server that the reader names for sync.
  { file: 'background.js', word: 'fetch', count: 1 },
  // Preact's dangerouslySetInnerHTML; no component uses it.
  { file: 'chunks/jsxRuntime.js', word: 'innerHTML', count: 2 },
];

/** Addresses that are only text: the XML namespaces of Preact and of EPUB. Nothing is loaded from them. */
const TEXT_ONLY_URLS = [
  'http://purl.org/dc/elements/1.1/',
  'http://www.idpf.org/2007/opf',
  'http://www.idpf.org/2007/ops',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
];

const URLS = /\b(?:https?|wss?|ftp):\/\/[^\s"'`\\<>]*/g;

const withoutHash = (path: string) => path.replace(/-[\w-]{8}(?=\.js$)/, '');

function forbiddenWords(path: string, code: string): Exception[] {
  return Object.entries(FORBIDDEN).flatMap(([word, pattern]) => {
    const count = code.match(pattern)?.length ?? 0;
    return count > 0 ? [{ file: withoutHash(path), word, count }] : [];
  });
}

/** What an HTML page loads from anywhere but the extension itself. */
function outsideReferences(html: string): string[] {
  return referencesOf(html).filter((path) => /^(\/|[a-z][a-z\d+.-]*:)/i.test(path));
}

describe.each(BROWSERS)('%s', (browser) => {
  const files = () => builtFiles(browser, /\.(js|html)$/).map((path) => ({ path, code: builtFile(browser, path) }));

  test('nothing makes markup or code of text, nothing talks to the outside', () => {
    const found = files().flatMap(({ path, code }) => forbiddenWords(path, code));
    expect(found).toEqual(EXCEPTIONS);
  });

  test('every address in the code is known to be text', () => {
    const urls = new Set(files().flatMap(({ code }) => code.match(URLS) ?? []));
    expect([...urls].sort()).toEqual(TEXT_ONLY_URLS);
  });

  test('pages load only what the extension brings, and hold no code of their own', () => {
    const pages = files().filter(({ path }) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    for (const { path, code } of pages) {
      expect(outsideReferences(code), path).toEqual([]);
      expect(code, path).not.toMatch(/<script\b(?![^>]*\ssrc=)/);
      expect(code, path).not.toMatch(/<[^>]+\son\w+\s*=/);
    }
  });
});

test('no component hands markup to Preact', () => {
  const users = extensionSources().filter(({ code }) => code.includes('dangerouslySetInnerHTML'));
  expect(users.map(({ path }) => path)).toEqual([]);
});

describe('the checker', () => {
  test.each([
    ['x.innerHTML="<b>"', 'innerHTML'],
    ['document.write(a)', 'document.write'],
    ['(0,eval)(a)', 'eval'],
    ['new Function("a")', 'Function'],
    ['await fetch(a)', 'fetch'],
    ['new WebSocket(a)', 'WebSocket'],
    ['navigator.sendBeacon(a)', 'sendBeacon'],
  ])('sees %s', (code, word) => {
    expect(forbiddenWords('chunks/popup-Ab_c12-3.js', code)).toEqual([{ file: 'chunks/popup.js', word, count: 1 }]);
  });

  test('sees a remote script and a remote address', () => {
    expect(
      outsideReferences('<script src="//cdn.example/a.js"></script><link href="https://b.example/c.css">'),
    ).toEqual(['/cdn.example/a.js', 'https://b.example/c.css']);
    expect('u="https://b.example/c"'.match(URLS)).toEqual(['https://b.example/c']);
  });
});
