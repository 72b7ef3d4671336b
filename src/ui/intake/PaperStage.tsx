import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import type { Draft } from '../kit/useDraft.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { emptyIntake } from './fitToEvent.ts';
import { PaperBeingRead } from './PaperBeingRead.tsx';
import { PaperField } from './PaperField.tsx';
import { UnreadablePaper } from './UnreadablePaper.tsx';
import { usePaperReading } from './usePaperReading.ts';
import { usePastedPaper } from './usePastedPaper.ts';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '48rem', minWidth: 0 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  words: { margin: 0 },
});

interface PaperStageProps {
  readonly event: CalendarEvent;
  readonly paper: Draft;
  /** What was pasted with tables, lists or headings, kept beside its text. */
  readonly pasted: Draft;
  readonly onRead: (intake: Intake, fileName: string | null) => void;
  readonly onResume: (() => void) | null;
}

/** Paste, drop or choose the paper. Nothing is sent: it is read on the device. */
export function PaperStage({ event, paper, pasted: keptHtml, onRead, onResume }: PaperStageProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const pasted = usePastedPaper(paper, keptHtml);
  const { reading, readText, readFile, stop } = usePaperReading(onRead);
  const byHand = () => onRead(emptyIntake(event, paper.text), null);

  if (reading.kind === 'reading') {
    return (
      <div className={styles.stage}>
        <PaperBeingRead reading={reading} onStop={stop} />
      </div>
    );
  }
  return (
    <div className={styles.stage}>
      <p className={styles.lead}>{t('paper.lead')}</p>
      {onResume && (
        <div>
          <Link as="button" onClick={onResume}>
            {t('paper.keepWork')}
          </Link>
        </div>
      )}
      {reading.kind === 'stopped' && (
        <p className={styles.words} role="status">
          {t('paper.stopped')}
        </p>
      )}
      {reading.kind === 'failed' &&
        (isFailure(reading.error, 'Unreadable') ? (
          <UnreadablePaper error={reading.error} onByHand={byHand} />
        ) : (
          <FailureState error={reading.error} size="inline" onRetry={reading.again} />
        ))}
      <PaperField paper={paper} pasted={pasted} onFile={readFile} />
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={paper.text.trim() === ''} onClick={() => readText(paper.text, pasted.structured)}>
          {t('paper.read')}
        </Button>
        <Button appearance="subtle" onClick={byHand}>
          {t('paper.empty')}
        </Button>
        {paper.text === '' && (
          <Link as="button" onClick={() => paper.change(t('paper.sample'))}>
            {t('paper.trySample')}
          </Link>
        )}
      </div>
    </div>
  );
}
