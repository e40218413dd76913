/** The words that an exported page adds to what the clip says. */

export interface Labels {
  /** Title of a book or page of several clips. */
  library: string;
  contents: string;
  source: string;
  published: string;
  issuer: string;
  documentNumber: string;
  address: string;
  saved: string;
  people: string;
  places: string;
  tags: string;
  note: string;
  attachments: string;
  image: string;
}

/** Simplified Chinese, the language of most of what is clipped. */
export const CHINESE_LABELS: Labels = {
  library: '清阅摘藏',
  contents: '目录',
  source: '来源',
  published: '发布日期',
  issuer: '发文机关',
  documentNumber: '文号',
  address: '网址',
  saved: '摘藏时间',
  people: '人物',
  places: '地点',
  tags: '标签',
  note: '笔记',
  attachments: '附件',
  image: '图片',
};
