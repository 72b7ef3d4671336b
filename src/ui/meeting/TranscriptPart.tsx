import { Button, Field, Input, makeStyles, SearchBox, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { clockOf } from '../../meeting/danishTime.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { findSaid, saidAt, type SpokenLine, type Transcript } from '../../meeting/transcript.ts';
import { clock } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useTranscript } from './useTranscript.ts';

const useStyles = makeStyles({
  summary: { ...typographyStyles.caption1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalXS },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    maxHeight: '50vh',
    overflowY: 'auto',
  },
  words: { margin: 0, overflowWrap: 'anywhere' },
  who: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** So many lines are shown at once; a long item holds hundreds. */
const PAGE = 60;

export interface TranscriptPartProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  readonly onQuote: (line: SpokenLine) => void;
}

/** What was said while the item was in hand, from a transcript somebody has fetched from Teams: to read, to search and to quote from. */
export default function TranscriptPart({ file, item, onQuote }: TranscriptPartProps) {
  const styles = useStyles();
  const { t } = useTranslation('transcript');
  const transcript = useTranscript(file);
  const { chosen, refused } = transcript;
  const [begunOpen] = useState(chosen !== null);
  return (
    <details open={begunOpen}>
      <summary className={styles.summary}>{t('open')}</summary>
      <div className={styles.part}>
        {chosen === null && <Chooser onFile={transcript.choose} />}
        {refused && (
          <p className={styles.words} role="alert">
            {t(refused.reason, { name: refused.name })}
          </p>
        )}
        {transcript.error !== null && <FailureState error={transcript.error} size="inline" onRetry={transcript.retry} />}
        {chosen && (
          <>
            <Field label={t('begins')} hint={t('beginsHint')}>
              <Input type="time" value={clockOf(chosen.beginning).replace('.', ':')} onChange={(_, { value }) => transcript.beginAt(value)} />
            </Field>
            <Lines file={file} item={item} lines={chosen.lines} beginning={chosen.beginning} onQuote={onQuote} />
            <div>
              <Button size="small" appearance="subtle" onClick={transcript.remove}>
                {t('remove')}
              </Button>
            </div>
          </>
        )}
      </div>
    </details>
  );
}

function Chooser({ onFile }: { onFile: (file: File) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('transcript');
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div>
      <Button size="small" onClick={() => chooser.current?.click()}>
        {t('choose')}
      </Button>
      <p className={styles.hint}>{t('hint')}</p>
      <input
        ref={chooser}
        type="file"
        accept=".vtt,text/vtt"
        hidden
        aria-label={t('choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

type LinesProps = TranscriptPartProps & { readonly lines: Transcript; readonly beginning: string };

/** The lines of the item in hand, or those with the words looked for. */
function Lines({ file, item, lines, beginning, onQuote }: LinesProps) {
  const styles = useStyles();
  const { t } = useTranslation('transcript');
  const [wanted, setWanted] = useState('');
  const [most, setMost] = useState(PAGE);
  const searching = wanted.trim() !== '';
  const shown = searching
    ? findSaid(lines, { agenda: file.agenda, treatments: file.treatments, beginning }, wanted, item.id)
    : saidAt(lines, file.treatments, beginning, item.id);
  const timed = file.treatments.some(({ startedAt }) => startedAt !== undefined);
  const words = searching ? t('found', { count: shown.length }) : shown.length > 0 ? t('atItem') : t(timed ? 'nothingSaid' : 'noTimes');
  return (
    <>
      <Field label={t('search')}>
        <SearchBox value={wanted} onChange={(_, { value }) => setWanted(value)} />
      </Field>
      <p className={styles.hint} role="status">
        {words}
      </p>
      {shown.length > 0 && (
        // What scrolls must be reachable by key.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className={styles.list} tabIndex={0} aria-label={words}>
          {shown.slice(0, most).map((line, place) => (
            <Line key={place} line={line} beginning={beginning} onQuote={onQuote} />
          ))}
        </ul>
      )}
      {shown.length > most && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setMost(most + PAGE)}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ line, beginning, onQuote }: { line: SpokenLine; beginning: string; onQuote: (line: SpokenLine) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('transcript');
  const language = useLanguage();
  const announce = useAnnounce();
  const at = clockOf(new Date(Date.parse(beginning) + line.at));
  return (
    <li>
      <p className={styles.who}>
        {clock(at, language)} · {line.speaker ?? t('unknown')}
      </p>
      <p className={styles.words}>{line.words}</p>
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('quoteLine', { words: line.words })}
        onClick={() => {
          onQuote(line);
          announce(t('quoted'));
        }}
      >
        {t('quote')}
      </Button>
    </li>
  );
}
