/** A list of words or names in traditional characters, typed one a line. */
import { linesTyped } from './lines-typed';

interface Props {
  id: string;
  label: string;
  hint: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}

export function LinesField({ id, label, hint, lines, onChange }: Props) {
  return (
    <>
      <h3>
        <label for={id}>{label}</label>
      </h3>
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        class="field"
        rows={4}
        aria-describedby={`${id}-hint`}
        lang="zh-Hant"
        value={lines.join('\n')}
        onChange={(event) => onChange(linesTyped(event.currentTarget.value))}
      />
    </>
  );
}
