/** The scripts a text can be in. `mixed` holds both Chinese scripts; `other` holds too little Chinese to tell. */
export type Script = 'traditional' | 'simplified' | 'mixed' | 'japanese' | 'korean' | 'other';

/** One replacement of `text.slice(start, end)` (UTF-16 offsets into the text before all edits) by `replacement`. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
  reason: 'annotation' | 'shifted-run';
}

/** A stretch that is damaged and could not be mended with certainty; it is kept as it stands. Offsets into the clean text. */
export interface DamagedRun {
  start: number;
  end: number;
}

/** A text after repair. `edits` are sorted and do not overlap; applying them to the original gives `text`. */
export interface Repaired {
  text: string;
  edits: Edit[];
  damaged: DamagedRun[];
}

/** Families of damage that mirrors do; `seen` families without a mend are named so that the reader can be told. */
export type DamageFamily = 'tone-marked pinyin' | 'toneless pinyin' | 'doubled pinyin' | 'shifted bytes' | 'lost bytes';

export interface RepairCounts {
  annotations: number;
  shiftedRuns: number;
  /** Damaged stretches that were left as they are. */
  unrepaired: number;
}
