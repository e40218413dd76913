/** A labelled line of text in a form that is read when it is sent. */
interface Props {
  id: string;
  name: string;
  label: string;
  hint?: string;
  /** Whether what is typed is hidden. */
  secret?: boolean;
  inputMode?: 'text' | 'url';
  required?: boolean;
  placeholder?: string | undefined;
  defaultValue?: string | undefined;
}

const SECRET = { type: 'password' } as const;
const PLAIN = { type: 'text' } as const;

export function TextField({ id, label, hint, secret = false, inputMode = 'text', ...input }: Props) {
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        {...(secret ? SECRET : PLAIN)}
        inputMode={inputMode}
        class="field"
        autoComplete="off"
        spellcheck={false}
        aria-describedby={hintId}
      />
      {hint !== undefined && (
        <p class="soft" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
