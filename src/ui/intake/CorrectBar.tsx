import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular } from '@fluentui/react-icons';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit, Editing } from './editing.ts';
import { StageBar } from './StageBar.tsx';

const useStyles = makeStyles({
  told: { flex: '1 1 10rem', minWidth: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  next: { marginInlineStart: 'auto' },
});

interface CorrectBarProps {
  readonly editing: Editing;
  readonly dispatch: Dispatch<Edit>;
  /** What the last thing done came to; null where that need not be said. */
  readonly told: string | null;
  readonly merging: boolean;
  readonly onNext: () => void;
}

/** Undo, redo, and the way on from the correcting. */
export function CorrectBar({ editing: { past, now, future }, dispatch, told, merging, onNext }: CorrectBarProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  return (
    <StageBar>
      <Button
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        aria-label={t('correct.undo')}
        title={t('correct.undo')}
        disabledFocusable={past.length === 0}
        onClick={() => dispatch({ kind: 'undo' })}
      />
      <Button
        appearance="subtle"
        icon={<ArrowRedoRegular />}
        aria-label={t('correct.redo')}
        title={t('correct.redo')}
        disabledFocusable={future.length === 0}
        onClick={() => dispatch({ kind: 'redo' })}
      />
      {told !== null && <span className={styles.told}>{told}</span>}
      <Button className={styles.next} appearance="primary" disabledFocusable={now.agenda.items.length === 0} onClick={onNext}>
        {t(merging ? 'merge.see' : 'correct.next')}
      </Button>
    </StageBar>
  );
}
