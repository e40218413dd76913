import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fromExtension, fromPageScript, listen } from '../../../utils/extension/messages';

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => true | undefined;
const listeners = new Set<Listener>();

(globalThis as { chrome?: unknown }).chrome = {
  runtime: {
    id: 'qingyue',
    getURL: (path: string) => `chrome-extension://qingyue/${path}`,
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  },
};

const popup = { id: 'qingyue', url: 'chrome-extension://qingyue/popup.html' };
const pageScript = { id: 'qingyue', url: 'https://www.example.gov.cn/', tab: { id: 7 } };

/** The answer to a message, or undefined when nobody wants to answer it. */
function send(message: unknown, sender: object): Promise<unknown> | undefined {
  let respond: (answer: unknown) => void = () => {};
  const answer = new Promise((resolve) => {
    respond = resolve;
  });
  const claimed = [...listeners].map((listener) => listener(message, sender, respond));
  return claimed.includes(true) ? answer : undefined;
}

describe('messages', () => {
  const remove = vi.fn(async () => undefined);
  const args = { clipIds: ['a'] };

  beforeEach(() => {
    listeners.clear();
    remove.mockClear();
    listen({ 'clip:delete': remove }, fromExtension);
  });

  test('a page of the extension is answered', async () => {
    expect(await send({ name: 'clip:delete', args }, popup)).toEqual({ result: undefined });
    expect(remove).toHaveBeenCalledWith(args, popup);
  });

  test.each([
    ['a script in a tab', pageScript],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['a page whose address only begins alike', { id: 'qingyue', url: 'chrome-extension://qingyue.example/popup.html' }],
  ])('%s is not heard', (_, sender) => {
    expect(send({ name: 'clip:delete', args }, sender)).toBeUndefined();
    expect(remove).not.toHaveBeenCalled();
  });

  test.each([[null], ['clip:delete'], [{}], [{ name: 7 }], [{ name: 'toString' }], [{ name: '__proto__' }]])(
    'the message %j is left to others',
    (message) => {
      expect(send(message, popup)).toBeUndefined();
    },
  );

  test('a handler that throws answers with its error', async () => {
    remove.mockImplementationOnce(() => {
      throw new Error('full');
    });
    expect(await send({ name: 'clip:delete', args }, popup)).toEqual({ error: 'full' });
  });

  test('arguments that do not pass their check never reach the handler', async () => {
    listeners.clear();
    const check = (given: unknown) => {
      if (JSON.stringify(given) !== JSON.stringify(args)) throw new Error('not what is asked for');
      return args;
    };
    listen({ 'clip:delete': remove }, fromExtension, { 'clip:delete': check });
    expect(await send({ name: 'clip:delete', args: { clipIds: 'a' } }, popup)).toEqual({
      error: 'not what is asked for',
    });
    expect(remove).not.toHaveBeenCalled();
    expect(await send({ name: 'clip:delete', args }, popup)).toEqual({ result: undefined });
    expect(remove).toHaveBeenCalledWith(args, popup);
  });

  test('after stopping nothing is answered', () => {
    const stop = listen({ 'library:accept-loss': async () => undefined }, fromExtension);
    stop();
    expect(send({ name: 'library:accept-loss' }, popup)).toBeUndefined();
  });

  test('knows page scripts from pages of the extension that stand in a tab', () => {
    expect(fromPageScript(pageScript as never)).toBe(true);
    expect(fromPageScript({ ...popup, tab: { id: 7 } } as never)).toBe(false);
  });
});
