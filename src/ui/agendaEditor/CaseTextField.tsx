import { RichTextField } from '../richText/RichTextField.tsx';

export interface CaseTextFieldProps {
  readonly label: string;
  /** CommonMark. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A part of an item's paper while it is written. */
export function CaseTextField({ label, value, onChange }: CaseTextFieldProps) {
  return <RichTextField label={label} value={value} onChange={onChange} begins="formatted" name="text" />;
}
