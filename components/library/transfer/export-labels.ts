/** The words that an exported page adds, in the language of the interface. */
import type { Labels } from '../../../utils/clips/formats/labels';
import { t } from '../../../utils/extension/language';

export const exportLabels = (): Labels => ({
  library: t('library_title'),
  contents: t('export_contents'),
  source: t('field_source'),
  published: t('card_published'),
  issuer: t('card_issuer'),
  documentNumber: t('card_documentNumber'),
  address: t('library_address'),
  saved: t('export_saved'),
  people: t('digest_people'),
  places: t('digest_places'),
  tags: t('library_tags'),
  note: t('note'),
  attachments: t('attachments'),
  image: t('export_image'),
});
