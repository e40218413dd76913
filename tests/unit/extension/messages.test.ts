import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (message: unknown, sender: object) => Promise<unknown> | undefined;
const listeners = new Set<Listener>();

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'qingyue',
      getURL: (path: string) => `chrome-extension://qingyue/${path}`,
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}));

const { fromExtension, fromPageScript, listen } = await import('../../../utils/extension/messages');

const popup = { id: 'qingyue', url: 'chrome-extension://qingyue/popup.html' };
const pageScript = { id: 'qingyue', url: 'https://www.example.gov.cn/', tab: { id: 7 } };

function send(message: unknown, sender: object): Promise<unknown> | undefined {
  const answers = [...listeners].map((listener) => listener(message, sender)).filter((answer) => answer !== undefined);
  return answers[0];
}

describe('messages', () => {
  const trash = vi.fn(async () => undefined);

  beforeEach(() => {
    listeners.clear();
    trash.mockClear();
    listen({ 'clip:trash': trash }, fromExtension);
  });

  test('a page of the extension is answered', async () => {
    await send({ name: 'clip:trash', args: { clipId: 'a' } }, popup);
    expect(trash).toHaveBeenCalledWith({ clipId: 'a' }, popup);
  });

  test.each([
    ['a script in a tab', pageScript],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['a page whose address only begins alike', { id: 'qingyue', url: 'chrome-extension://qingyue.example/popup.html' }],
  ])('%s is not heard', (_, sender) => {
    expect(send({ name: 'clip:trash', args: { clipId: 'a' } }, sender)).toBeUndefined();
    expect(trash).not.toHaveBeenCalled();
  });

  test.each([[null], ['clip:trash'], [{}], [{ name: 7 }], [{ name: 'toString' }], [{ name: '__proto__' }]])(
    'the message %j is left to others',
    (message) => {
      expect(send(message, popup)).toBeUndefined();
    },
  );

  test('a handler that throws rejects instead of breaking the listener', async () => {
    trash.mockImplementationOnce(() => {
      throw new Error('full');
    });
    await expect(send({ name: 'clip:trash', args: { clipId: 'a' } }, popup)).rejects.toThrow('full');
  });

  test('after stopping nothing is answered', () => {
    const stop = listen({ 'clip:restore': async () => undefined }, fromExtension);
    stop();
    expect(send({ name: 'clip:restore', args: { clipId: 'a' } }, popup)).toBeUndefined();
  });

  test('knows page scripts from pages of the extension that stand in a tab', () => {
    expect(fromPageScript(pageScript as never)).toBe(true);
    expect(fromPageScript({ ...popup, tab: { id: 7 } } as never)).toBe(false);
  });
});
