/**
 * Reads sentences aloud, one utterance each. Pausing stops, and playing takes the sentence from its start again:
 * `speechSynthesis.pause` does nothing on Android, and some voices never resume.
 */
import { voiceFor } from './voices';

export interface Sentence {
  text: string;
  /** BCP 47 tag of the text. */
  lang: string;
  /** The elements that show it. */
  elements: HTMLElement[];
}

export type SpeechState = 'stopped' | 'playing' | 'paused';

/** `no-voice`: the device has no Chinese voice of its own; `failed`: the voice gave up in the middle. */
export type SpeechProblem = 'no-voice' | 'failed';

/** What an utterance ends with when we ended it ourselves. */
const OWN_ENDS = new Set<string>(['canceled', 'interrupted']);

export class Speech {
  readonly #window: Window & typeof globalThis;
  readonly #changed: () => void;
  #sentences: readonly Sentence[] = [];
  #at = 0;
  #rate = 1;
  #state: SpeechState = 'stopped';
  #problem: SpeechProblem | null = null;
  /** The one that is spoken. Kept: Chromium lets an utterance nobody holds be collected, and then never ends it. */
  #utterance: SpeechSynthesisUtterance | null = null;

  /** `changed` is called whenever something of what follows has changed. */
  constructor(window: Window & typeof globalThis, changed: () => void) {
    this.#window = window;
    this.#changed = changed;
    // Chromium begins to load its voices when it is first asked for them.
    this.#synthesis?.getVoices();
  }

  get state(): SpeechState {
    return this.#state;
  }

  /** Why the last wish to play came to nothing. */
  get problem(): SpeechProblem | null {
    return this.#problem;
  }

  /** The sentence that is spoken, or would be next; null when stopped. */
  get current(): Sentence | null {
    return this.#state === 'stopped' ? null : (this.#sentences[this.#at] ?? null);
  }

  /** Stops, and takes other sentences. */
  load(sentences: readonly Sentence[]): void {
    this.#sentences = sentences;
    this.stop();
  }

  play(): void {
    this.#problem = null;
    this.#speak();
  }

  pause(): void {
    if (this.#state !== 'playing') return;
    this.#silence();
    this.#to('paused');
  }

  stop(): void {
    this.#silence();
    this.#at = 0;
    this.#to('stopped');
  }

  /** Goes `by` sentences on or back, and keeps speaking when it spoke. */
  step(by: number): void {
    if (this.#state === 'stopped') return;
    this.#at = Math.min(this.#sentences.length - 1, Math.max(0, this.#at + by));
    if (this.#state === 'playing') this.#speak();
    else this.#changed();
  }

  set rate(rate: number) {
    if (rate === this.#rate) return;
    this.#rate = rate;
    if (this.#state === 'playing') this.#speak();
  }

  get #synthesis(): SpeechSynthesis | undefined {
    return this.#window.speechSynthesis;
  }

  #to(state: SpeechState): void {
    this.#state = state;
    this.#changed();
  }

  #silence(): void {
    if (!this.#utterance) return;
    this.#utterance = null;
    this.#synthesis?.cancel();
  }

  #speak(): void {
    this.#silence();
    const sentence = this.#sentences[this.#at];
    const voice = sentence ? voiceFor(this.#synthesis?.getVoices() ?? [], sentence.lang) : null;
    if (sentence && !voice) this.#problem = 'no-voice';
    if (!sentence || !voice) {
      this.stop();
      return;
    }
    const utterance = new this.#window.SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.#rate;
    utterance.onend = () => this.#ended(utterance);
    utterance.onerror = ({ error }) => this.#broke(utterance, error);
    this.#utterance = utterance;
    this.#synthesis?.speak(utterance);
    this.#to('playing');
  }

  #ended(utterance: SpeechSynthesisUtterance): void {
    if (utterance !== this.#utterance) return;
    this.#utterance = null;
    this.#at += 1;
    this.#speak();
  }

  #broke(utterance: SpeechSynthesisUtterance, error: string): void {
    if (utterance !== this.#utterance) return;
    this.#utterance = null;
    // The page may have silenced the voice for its own: then we wait.
    this.#problem = OWN_ENDS.has(error) ? null : 'failed';
    this.#to('paused');
  }
}
