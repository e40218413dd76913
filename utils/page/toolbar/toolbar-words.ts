/** What the toolbar does, and the words it needs. They are handed to it, in the reader's language, by whoever shows it. */

/** `script`: traditional and simplified; `focus`: chrome-free; `size` and `read`: the reading view; `digest`: the popup. */
export const TOOLBAR_ACTIONS = ['script', 'focus', 'size', 'read', 'digest', 'save'] as const;

export type ToolbarAction = (typeof TOOLBAR_ACTIONS)[number];

/** How a press ended; each has its words. */
export const TOOLBAR_OUTCOMES = ['done', 'saved', 'unchanged', 'no_article', 'failed'] as const;

export type ToolbarOutcome = (typeof TOOLBAR_OUTCOMES)[number];

export const TOOLBAR_WORDS = [
  'toolbar_name',
  'toolbar_move',
  'toolbar_hide',
  'toolbar_script',
  'toolbar_focus',
  'toolbar_size',
  'toolbar_read',
  'toolbar_digest',
  'toolbar_save',
  'toolbar_said_done',
  'toolbar_said_saved',
  'toolbar_said_unchanged',
  'toolbar_said_no_article',
  'toolbar_said_failed',
] as const;

export type ToolbarWords = Record<(typeof TOOLBAR_WORDS)[number], string>;
