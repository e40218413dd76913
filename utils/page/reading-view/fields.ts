/** The fields with which the reader chooses a style: radio groups, sliders, a tick. Each can be shown another value. */
import { makeElement } from '../make-element';

export interface Field<T> {
  element: HTMLElement;
  /** What takes the focus. */
  input: HTMLElement;
  show(value: T): void;
}

/** One of a few, all in sight. `name` tells the groups of one root apart. */
export function choiceField<T extends string>(
  document: Document,
  name: string,
  legend: string,
  options: readonly { value: T; label: string }[],
  chosen: (value: T) => void,
): Field<T> {
  const inputs = options.map(({ value }) => makeElement(document, 'input', { type: 'radio', name, value }));
  const labels = options.map(({ label }, index) => makeElement(document, 'label', {}, inputs[index]!, label));
  options.forEach(({ value }, index) => {
    inputs[index]!.addEventListener('change', () => chosen(value));
  });
  return {
    element: makeElement(
      document,
      'fieldset',
      { class: 'choice' },
      makeElement(document, 'legend', {}, legend),
      makeElement(document, 'div', {}, ...labels),
    ),
    input: inputs[0]!,
    show: (value) => {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

/** A number on a slider. `chosen` is told while the slider moves, and with `settled` when it has come to rest. */
export function rangeField(
  document: Document,
  label: string,
  { least, most, step }: { least: number; most: number; step: number },
  chosen: (value: number, settled: boolean) => void,
): Field<number> {
  const input = makeElement(document, 'input', { type: 'range', min: least, max: most, step });
  const output = makeElement(document, 'output');
  const show = (value: number) => {
    input.value = String(value);
    output.textContent = input.value;
  };
  const read = (settled: boolean) => {
    output.textContent = input.value;
    chosen(Number(input.value), settled);
  };
  input.addEventListener('input', () => read(false));
  input.addEventListener('change', () => read(true));
  return { element: makeElement(document, 'label', { class: 'range' }, label, input, output), input, show };
}

export function tickField(document: Document, label: string, chosen: (value: boolean) => void): Field<boolean> {
  const input = makeElement(document, 'input', { type: 'checkbox' });
  input.addEventListener('change', () => chosen(input.checked));
  return {
    element: makeElement(document, 'label', { class: 'tick' }, input, label),
    input,
    show: (value) => {
      input.checked = value;
    },
  };
}
