/** The words the picker needs, handed to it in the reader's language by whoever starts it. */

export const PICKER_WORDS = [
  'picker_name',
  'picker_hint',
  'picker_choose',
  'picker_wider',
  'picker_narrower',
  'picker_leave',
  'picker_block',
  'picker_no_text',
  'picker_no_mark',
  'picker_failed',
  'picker_chosen',
] as const;

export type PickerWords = Record<(typeof PICKER_WORDS)[number], string>;
