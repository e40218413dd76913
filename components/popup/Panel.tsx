/** The pane beside the page: what the popup shows, of whichever tab is in front of its window. */
import { useEffect, useState } from 'preact/hooks';
import { onFrontTab, type ShownTab } from '../../utils/extension/tabs';
import { NoTab } from './NoTab';
import { Popup } from './Popup';

interface Props {
  windowId: number;
  /** The tab in front when the panel opens. */
  first: ShownTab | null;
}

export function Panel({ windowId, first }: Props) {
  const [tab, setTab] = useState(first);
  useEffect(() => onFrontTab(windowId, setTab), [windowId]);
  return tab ? <Popup key={tab.id} tab={tab} inPanel /> : <NoTab />;
}
