import { Field, makeStyles, Textarea } from '@fluentui/react-components';

const useStyles = makeStyles({
  growing: { '& textarea': { fieldSizing: 'content', minHeight: '52px', maxHeight: '40vh' } as object },
});

export interface CaseTextFieldProps {
  readonly label: string;
  /** CommonMark. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A part of an item's paper while it is written. */
export function CaseTextField({ label, value, onChange }: CaseTextFieldProps) {
  const styles = useStyles();
  return (
    <Field label={label} data-field="text">
      <Textarea className={styles.growing} resize="vertical" value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
