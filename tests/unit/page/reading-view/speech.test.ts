import { beforeEach, describe, expect, test } from 'vitest';
import { sentencesIn } from '../../../../utils/page/reading-view/sentences';
import { type Sentence, Speech } from '../../../../utils/page/reading-view/speech';
import { voiceFor } from '../../../../utils/page/reading-view/voices';
import { article, openView, pageWindow, withBlocks } from './view-fixture';

interface Utterance {
  text: string;
  rate: number;
  lang: string;
  onend: () => void;
  onerror: (event: { error: string }) => void;
}

/** Speaks nothing, and ends an utterance when the test says so. */
class FakeSynthesis {
  voices = [voice('zh-CN')];
  spoken: Utterance[] = [];
  cancelled = 0;
  getVoices = () => this.voices;
  speak = (utterance: Utterance) => void this.spoken.push(utterance);
  cancel = () => {
    this.cancelled += 1;
    // Browsers say so afterwards, when another sentence may be spoken already.
    this.last?.onerror({ error: 'canceled' });
  };
  get last() {
    return this.spoken.at(-1);
  }
}

function voice(lang: string, fields: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
  return { lang, localService: true, default: false, name: lang, voiceURI: lang, ...fields };
}

function speakingWindow(synthesis: FakeSynthesis) {
  const window = pageWindow();
  class FakeUtterance {
    constructor(readonly text: string) {}
  }
  return Object.assign(window, { speechSynthesis: synthesis, SpeechSynthesisUtterance: FakeUtterance });
}

describe('sentences', () => {
  const said = (text: string) => sentencesIn(text).map(({ start, end }) => text.slice(start, end));

  test('end at their stops, closing marks with them', () => {
    expect(said('陳鍇竑指出：“要抓好。”趙長松等陪同。居益芬問：好嗎？徐德林答')).toEqual([
      '陳鍇竑指出：“要抓好。”',
      '趙長松等陪同。',
      '居益芬問：好嗎？',
      '徐德林答',
    ]);
  });

  test('hold something to say', () => {
    expect(said('——。……　')).toEqual([]);
    expect(said('')).toEqual([]);
  });
});

describe('the voice', () => {
  const voices = [
    voice('en-US', { default: true }),
    voice('zh-HK'),
    voice('zh_TW'),
    voice('zh-CN'),
    voice('zh-CN', { default: true, name: '二' }),
  ];

  test('fits the script, the default one before others', () => {
    expect(voiceFor(voices, 'zh-Hans')?.name).toBe('二');
    expect(voiceFor(voices, 'zh-Hant')?.lang).toBe('zh_TW');
    expect(voiceFor([voice('zh-CN'), voice('yue-HK')], 'zh-Hant')?.lang).toBe('yue-HK');
    expect(voiceFor([voice('zh-HK'), voice('cmn-Hans-CN')], 'zh-Hans')?.lang).toBe('cmn-Hans-CN');
  });

  test('is any Chinese one rather than none, and none rather than another language', () => {
    expect(voiceFor([voice('zh-TW')], 'zh-Hans')?.lang).toBe('zh-TW');
    expect(voiceFor([voice('en-US'), voice('ja-JP')], 'zh-Hans')).toBeNull();
  });

  test('is never one that sends the text away', () => {
    expect(voiceFor([voice('zh-CN', { localService: false })], 'zh-Hans')).toBeNull();
  });
});

describe('reading aloud', () => {
  let synthesis: FakeSynthesis;
  let speech: Speech;
  let changes: number;
  const sentences: Sentence[] = ['一', '二', '三'].map((text) => ({ text, lang: 'zh-Hans', elements: [] }));
  const spoken = () => synthesis.spoken.map(({ text }) => text);

  beforeEach(() => {
    synthesis = new FakeSynthesis();
    changes = 0;
    speech = new Speech(speakingWindow(synthesis) as unknown as Window & typeof globalThis, () => {
      changes += 1;
    });
    speech.load(sentences);
  });

  test('goes from sentence to sentence and stops at the end', () => {
    speech.play();
    expect([speech.state, speech.current?.text]).toEqual(['playing', '一']);
    synthesis.last?.onend();
    synthesis.last?.onend();
    expect(speech.current?.text).toBe('三');
    synthesis.last?.onend();
    expect([speech.state, speech.current]).toEqual(['stopped', null]);
    expect(spoken()).toEqual(['一', '二', '三']);
  });

  test('pauses, and takes the sentence from its start', () => {
    speech.play();
    synthesis.last?.onend();
    speech.pause();
    expect([speech.state, speech.current?.text, synthesis.cancelled]).toEqual(['paused', '二', 1]);
    speech.play();
    expect(spoken()).toEqual(['一', '二', '二']);
  });

  test('steps to the next and previous sentence, not beyond the ends', () => {
    speech.step(1);
    expect(speech.state).toBe('stopped');
    speech.play();
    speech.step(-1);
    speech.step(1);
    speech.step(1);
    speech.step(1);
    expect(spoken()).toEqual(['一', '一', '二', '三', '三']);
    speech.pause();
    speech.step(-1);
    expect([speech.state, speech.current?.text, spoken().length]).toEqual(['paused', '二', 5]);
  });

  test('an end that comes late for a sentence already left changes nothing', () => {
    speech.play();
    const [first] = synthesis.spoken;
    speech.step(1);
    first?.onend();
    first?.onerror({ error: 'interrupted' });
    expect([speech.state, speech.current?.text]).toEqual(['playing', '二']);
  });

  test('stops, and begins at the beginning again', () => {
    speech.play();
    synthesis.last?.onend();
    speech.stop();
    expect([speech.state, speech.current]).toEqual(['stopped', null]);
    speech.play();
    expect(synthesis.last?.text).toBe('一');
  });

  test('another pace holds from the start of the sentence', () => {
    speech.play();
    speech.rate = 1.5;
    speech.rate = 1.5;
    expect(synthesis.spoken.map(({ text, rate }) => [text, rate])).toEqual([
      ['一', 1],
      ['一', 1.5],
    ]);
  });

  test('says when there is no voice, and that it broke off', () => {
    synthesis.voices = [];
    speech.play();
    expect([speech.state, speech.problem, synthesis.spoken]).toEqual(['stopped', 'no-voice', []]);
    synthesis.voices = [voice('zh-CN')];
    speech.play();
    expect(speech.problem).toBeNull();
    synthesis.last?.onerror({ error: 'synthesis-failed' });
    expect([speech.state, speech.problem]).toEqual(['paused', 'failed']);
  });

  test('waits, without a word, when the page silences it', () => {
    speech.play();
    const before = changes;
    synthesis.last?.onerror({ error: 'interrupted' });
    expect([speech.state, speech.problem, changes]).toEqual(['paused', null, before + 1]);
  });

  test('a browser without speech has no voice', () => {
    const silent = new Speech(pageWindow() as unknown as Window & typeof globalThis, () => {});
    silent.load(sentences);
    silent.play();
    expect(silent.problem).toBe('no-voice');
  });
});

describe('in the view', () => {
  const press = (root: ShadowRoot, label: string) =>
    [...root.querySelectorAll('button')].find((button) => button.textContent === label)?.click();
  const marked = (root: ShadowRoot) => [...root.querySelectorAll('.spoken')].map((element) => element.textContent);

  test('the spoken sentence is marked, in all its parts, and all are spoken in order', () => {
    const synthesis = new FakeSynthesis();
    const href = 'https://www.example.gov.hk/b.htm';
    const { root, view } = openView(
      withBlocks(
        { type: 'paragraph', text: '甲說見附件全文。乙說。', links: [{ start: 3, end: 5, href }] },
        { type: 'list', ordered: true, items: [{ text: '丙' }] },
      ),
      {},
      speakingWindow(synthesis),
    );
    press(root, 'view_play');
    expect(marked(root)).toEqual(['陳鍇竑調研文昌商圈']);
    synthesis.last?.onend();
    expect(marked(root)).toEqual(['甲說見', '附件', '全文。']);
    press(root, 'view_next');
    expect(marked(root)).toEqual(['乙說。']);
    press(root, 'view_pause');
    expect(marked(root)).toEqual(['乙說。']);
    press(root, 'view_stop');
    expect(marked(root)).toEqual([]);
    press(root, 'view_play');
    view.close();
    expect(synthesis.cancelled).toBe(3);
    expect(synthesis.spoken.map(({ text }) => text)).toEqual([
      '陳鍇竑調研文昌商圈',
      '甲說見附件全文。',
      '乙說。',
      '陳鍇竑調研文昌商圈',
    ]);
  });

  test('a device without a voice is told so in words', () => {
    const synthesis = new FakeSynthesis();
    synthesis.voices = [voice('en-US')];
    const { root } = openView(article(), {}, speakingWindow(synthesis));
    press(root, 'view_play');
    expect(root.querySelector('[role=status]')?.textContent).toBe('view_no_voice');
  });
});
