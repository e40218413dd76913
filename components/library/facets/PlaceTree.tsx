/** The places of the clips by administrative chain: provinces first, each opening to what lies in it. */
import { useId, useState } from 'preact/hooks';
import type { PlaceNode } from '../../../utils/clips/facets';
import { t } from '../../../utils/extension/language';
import { FacetToggle } from './FacetToggle';

const FIRST_SHOWN = 6;

interface LevelProps {
  nodes: readonly PlaceNode[];
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
}

/** True when the chosen place is the node or lies in it. */
const holds = ({ value }: PlaceNode, chosen: string | undefined) =>
  chosen !== undefined && (chosen === value || chosen.startsWith(`${value}>`));

function Node({ node, chosen, onChoose }: { node: PlaceNode } & Omit<LevelProps, 'nodes'>) {
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? holds(node, chosen);
  const { value, label, count, children } = node;
  return (
    <li>
      <div class="place">
        {children.length > 0 ? (
          <button
            type="button"
            class="disclosure"
            aria-expanded={open}
            aria-label={t('library_place_within', { place: label })}
            onClick={() => setOpened(!open)}
          />
        ) : (
          <span class="disclosure-none" />
        )}
        <FacetToggle value={value} label={label} count={count} chosen={value === chosen} onChoose={onChoose} />
      </div>
      {open && children.length > 0 && <Level nodes={children} chosen={chosen} onChoose={onChoose} />}
    </li>
  );
}

function Level({ nodes, chosen, onChoose }: LevelProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <Node key={node.value} node={node} chosen={chosen} onChoose={onChoose} />
      ))}
    </ul>
  );
}

export function PlaceTree({ nodes, chosen, onChoose }: LevelProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  if (nodes.length === 0) return null;
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id}>{t('digest_places')}</h2>
      <Level nodes={all ? nodes : nodes.slice(0, FIRST_SHOWN)} chosen={chosen} onChoose={onChoose} />
      {nodes.length > FIRST_SHOWN && (
        <button type="button" class="button button-quiet facet-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('library_facet_fewer') : t('library_facet_all', { count: nodes.length })}
        </button>
      )}
    </section>
  );
}
