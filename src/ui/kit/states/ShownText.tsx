import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode, type Ref } from 'react';

const useStyles = makeStyles({
  frame: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start', width: '100%' },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  text: {
    ...typographyStyles.body1,
    boxSizing: 'border-box',
    width: '100%',
    resize: 'vertical',
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface ShownTextProps {
  readonly label: string;
  readonly text: string;
  readonly field?: Ref<HTMLTextAreaElement>;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** A text to read, and to copy by hand. What is or may be closed is shown so: nothing offers to put it on the clipboard. */
export function ShownText({ label, text, field, children }: ShownTextProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.frame}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea id={id} ref={field} className={styles.text} readOnly rows={4} value={text} />
      {children}
    </div>
  );
}
