import { Button, Field, Link, makeStyles, mergeClasses, ProgressBar, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import type { Draft } from '../kit/useDraft.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { emptyIntake } from './fitToEvent.ts';
import { pastedPaper, readPasted, takeInPasted, writePasted } from './pastedPaper.ts';
import { UnreadablePaper } from './UnreadablePaper.tsx';

const useStyles = makeStyles({
  stage: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '48rem', minWidth: 0 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  drop: { display: 'grid', gap: tokens.spacingVerticalM, borderRadius: tokens.borderRadiusMedium, minWidth: 0 },
  over: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`, outlineOffset: '4px' },
  paper: { width: '100%', minHeight: '14rem', '& textarea': { minHeight: '14rem', fontVariantNumeric: 'tabular-nums' } },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  pasted: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    '& button': { fontSize: 'inherit', lineHeight: 'inherit' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  reading: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  words: { margin: 0 },
  bar: { width: '100%' },
});

/** What the file chooser offers; anything may be dropped, and is told what it is if it cannot be read. */
const ACCEPTED = '.docx,.pdf,.html,.htm,.txt,.md';

type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string | null; readonly part: number | null; readonly stop: AbortController }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void };

interface PaperStageProps {
  readonly event: CalendarEvent;
  readonly paper: Draft;
  /** What was pasted with tables, lists or headings, kept beside its text. */
  readonly pasted: Draft;
  readonly onRead: (intake: Intake, fileName: string | null) => void;
  readonly onResume: (() => void) | null;
}

/** Paste, drop or choose the paper. Nothing is sent: it is read on the device. */
export function PaperStage({ event, paper, pasted, onRead, onResume }: PaperStageProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'common']);
  const commands = useCommands();
  const chooser = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<Reading>({ kind: 'idle' });
  const [over, setOver] = useState(false);

  const read = async (name: string | null, work: (stop: AbortController) => Promise<Intake>) => {
    const stop = new AbortController();
    setReading({ kind: 'reading', name, part: null, stop });
    try {
      const intake = await work(stop);
      if (!stop.signal.aborted) onRead(intake, name);
    } catch (error) {
      if (!stop.signal.aborted) setReading({ kind: 'failed', error, again: () => void read(name, work) });
    }
  };
  const copied = pasted.text === '' ? null : readPasted(pasted.text);
  // HTML belongs to the text it was pasted with: once that is changed by hand, the text is what counts.
  const structured = copied !== null && copied.text === paper.text ? copied : null;
  const readText = () =>
    void read(null, (stop) =>
      structured ? takeInPasted(commands.intake, structured, { signal: stop.signal, onProgress: () => {} }) : commands.intake.takeInText(paper.text),
    );
  const onPaste = (paste: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = paste.currentTarget;
    const found = pastedPaper(paste.clipboardData);
    // A paste into what is there already is only a part of the paper.
    if (found && value.slice(0, selectionStart).trim() === '' && value.slice(selectionEnd).trim() === '') {
      pasted.change(writePasted(found));
      if (value !== '' && selectionEnd - selectionStart < value.length) {
        paste.preventDefault();
        paper.change(found.text);
      }
    }
  };
  const readFile = (file: File) =>
    void read(file.name, (stop) =>
      commands.intake.takeInFile(file, {
        signal: stop.signal,
        onProgress: (part) => setReading((now) => (now.kind === 'reading' && now.stop === stop ? { ...now, part } : now)),
      }),
    );

  const drag = {
    onDragOver: (drop: DragEvent) => {
      if (!drop.dataTransfer.types.includes('Files')) return;
      drop.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (drop: DragEvent) => {
      const file = drop.dataTransfer.files[0];
      setOver(false);
      if (!file) return;
      drop.preventDefault();
      readFile(file);
    },
  };

  if (reading.kind === 'reading') {
    return (
      <div className={styles.stage}>
        <div className={styles.reading}>
          <p className={styles.words} role="status">
            {reading.name === null ? t('intake:paper.reading') : t('intake:paper.readingFile', { name: reading.name })}
          </p>
          <ProgressBar
            className={styles.bar}
            aria-label={reading.name === null ? t('intake:paper.reading') : t('intake:paper.readingFile', { name: reading.name })}
            {...(reading.part === null ? {} : { value: reading.part })}
          />
          <Button
            onClick={() => {
              reading.stop.abort();
              setReading({ kind: 'stopped' });
            }}
          >
            {t('intake:paper.stop')}
          </Button>
        </div>
      </div>
    );
  }

  return (
    <div className={styles.stage}>
      <p className={styles.lead}>{t('intake:paper.lead')}</p>
      {onResume && (
        <div>
          <Link as="button" onClick={onResume}>
            {t('intake:paper.keepWork')}
          </Link>
        </div>
      )}
      {reading.kind === 'stopped' && (
        <p className={styles.words} role="status">
          {t('intake:paper.stopped')}
        </p>
      )}
      {reading.kind === 'failed' &&
        (isFailure(reading.error, 'Unreadable') ? (
          <UnreadablePaper error={reading.error} onByHand={() => onRead(emptyIntake(event, paper.text), null)} />
        ) : (
          <FailureState error={reading.error} size="inline" onRetry={reading.again} />
        ))}
      {/* Dropping is a second way: the button below does the same from the keyboard. */}
      <div className={mergeClasses(styles.drop, over && styles.over)} {...drag}>
        <Field label={t('intake:paper.label')} {...(paper.restored && paper.text !== '' ? { hint: t('intake:paper.restored') } : {})}>
          <Textarea
            className={styles.paper}
            resize="vertical"
            value={paper.text}
            onChange={(_, { value }) => paper.change(value)}
            textarea={{ onPaste }}
          />
        </Field>
        {copied !== null && paper.text.trim() !== '' && (
          <p className={styles.pasted} role="status">
            {t(structured ? 'intake:paper.structured' : 'intake:paper.noLongerStructured')}{' '}
            {structured && (
              <Link as="button" inline onClick={pasted.drop}>
                {t('intake:paper.asPlainText')}
              </Link>
            )}
          </p>
        )}
        <div className={styles.file}>
          <Button icon={<DocumentArrowUpRegular />} onClick={() => chooser.current?.click()}>
            {t('intake:paper.choose')}
          </Button>
          <span className={styles.hint}>{over ? t('intake:paper.dropNow') : t('intake:paper.drop')}</span>
          <input
            ref={chooser}
            type="file"
            accept={ACCEPTED}
            hidden
            aria-label={t('intake:paper.choose')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              // The same file must be choosable again after it was mended.
              target.value = '';
              if (file) readFile(file);
            }}
          />
        </div>
      </div>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={paper.text.trim() === ''} onClick={readText}>
          {t('intake:paper.read')}
        </Button>
        <Button appearance="subtle" onClick={() => onRead(emptyIntake(event, paper.text), null)}>
          {t('intake:paper.empty')}
        </Button>
      </div>
    </div>
  );
}
