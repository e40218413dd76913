import '../../components/tokens.css';
import '../../components/digest.css';
import '../../components/library/library.css';
import '../../components/library/facets/facets.css';
import '../../components/library/list/list.css';
import '../../components/library/detail/detail.css';
import '../../components/library/dialogs.css';
import { render } from 'preact';
import { Library } from '../../components/library/Library';
import { readOpening } from '../../components/library/use-library';
import { loadLanguage, t } from '../../utils/extension/language';

const opening = readOpening();
await loadLanguage(document);
document.title = `${t('library_title')} · ${t('manifest_short_name')}`;
render(<Library opening={opening} />, document.getElementById('root') as HTMLElement);
