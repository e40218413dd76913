/** The buttons that read aloud, and the line that says why they cannot. */
import { makeElement } from '../make-element';
import type { Speech } from './speech';
import type { ViewWords } from './view-words';

export interface SpeechBar {
  element: HTMLElement;
  /** Brings the buttons up to what `speech` does now. */
  update(): void;
}

export function speechBar(document: Document, words: ViewWords, speech: Speech): SpeechBar {
  const button = (label: string, press: () => void) => {
    const element = makeElement(document, 'button', { type: 'button' }, label);
    element.addEventListener('click', press);
    return element;
  };
  const play = button(words.view_play, () => (speech.state === 'playing' ? speech.pause() : speech.play()));
  const previous = button(words.view_previous, () => speech.step(-1));
  const next = button(words.view_next, () => speech.step(1));
  const stop = button(words.view_stop, () => {
    play.focus(); // the pressed button goes away
    speech.stop();
  });
  const status = makeElement(document, 'p', { role: 'status' });
  const group = makeElement(document, 'div', { class: 'speech', role: 'group', 'aria-label': words.view_speech });
  group.append(play, previous, next, stop, status);
  return {
    element: group,
    update: () => {
      const { state, problem } = speech;
      play.textContent = state === 'playing' ? words.view_pause : words.view_play;
      for (const other of [previous, next, stop]) other.hidden = state === 'stopped';
      const said = { 'no-voice': words.view_no_voice, failed: words.view_speech_failed };
      status.textContent = problem ? said[problem] : '';
    },
  };
}
