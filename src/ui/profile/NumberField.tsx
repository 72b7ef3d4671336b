import { Field, Input } from '@fluentui/react-components';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly most: number;
  /** Null for an empty field. */
  readonly onChange: (value: number | null) => void;
}

/** A whole number, or none. What is no number leaves the field as it was. */
export function NumberField({ label, value, disabled, most, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      <Input
        inputMode="numeric"
        disabled={disabled}
        value={value === null ? '' : String(value)}
        onChange={(_, { value: typed }) => {
          const plain = typed.trim();
          if (plain === '') onChange(null);
          else if (/^\d+$/.test(plain) && Number(plain) <= most) onChange(Number(plain));
        }}
      />
    </Field>
  );
}
