/** The panel in which the reading style is chosen. */
import { makeElement } from '../make-element';
import { choiceField, rangeField, tickField } from './fields';
import { CHOICES, type ChoiceName, RANGES, type RangeName, type ReadingStyle } from './reading-style';
import type { ViewWords } from './view-words';

/** `settled` is false while a slider still moves: to be shown, not yet to be kept. */
export type StyleChange = (change: Partial<ReadingStyle>, settled: boolean) => void;

export interface StylePanel {
  element: HTMLElement;
  /** The slider of the type size. */
  size: HTMLElement;
  show(style: ReadingStyle): void;
}

/** A radio group for one property of the style. */
export function styleChoice<N extends ChoiceName>(document: Document, name: N, words: ViewWords, change: StyleChange) {
  const options = CHOICES[name].map((value) => ({
    value: value as ReadingStyle[N],
    label: words[`view_${name}_${value}` as keyof ViewWords],
  }));
  return choiceField<ReadingStyle[N]>(document, name, words[`view_${name}`], options, (value) =>
    change({ [name]: value }, true),
  );
}

export function stylePanel(document: Document, words: ViewWords, change: StyleChange): StylePanel {
  const choice = <N extends ChoiceName>(name: N) => styleChoice(document, name, words, change);
  const range = (name: RangeName) =>
    rangeField(document, words[`view_${name}`], RANGES[name], (value, settled) => change({ [name]: value }, settled));
  const fields = {
    size: range('size'),
    width: range('width'),
    leading: range('leading'),
    spacing: range('spacing'),
    rate: range('rate'),
    font: choice('font'),
    theme: choice('theme'),
    indent: tickField(document, words.view_indent, (indent) => change({ indent }, true)),
  };
  return {
    element: makeElement(
      document,
      'section',
      { id: 'style', class: 'panel', 'aria-label': words.view_style },
      ...Object.values(fields).map(({ element }) => element),
    ),
    size: fields.size.input,
    show: (style) => {
      fields.size.show(style.size);
      fields.width.show(style.width);
      fields.leading.show(style.leading);
      fields.spacing.show(style.spacing);
      fields.rate.show(style.rate);
      fields.font.show(style.font);
      fields.theme.show(style.theme);
      fields.indent.show(style.indent);
    },
  };
}
