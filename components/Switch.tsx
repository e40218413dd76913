/** A two-state control (WAI-ARIA 1.2 `switch`). */
interface Props {
  id?: string;
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ id, label, on, disabled = false, onChange }: Props) {
  return (
    <button
      type="button"
      id={id}
      role="switch"
      class="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-track" aria-hidden="true" />
      {label}
    </button>
  );
}
