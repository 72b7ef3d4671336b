import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffToTell } from '../../commands/commands.ts';
import { standingOf } from '../../meeting/apologies.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { ApologyScope, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { inviteesMeant, scopeWritten } from '../../meeting/readApologies.ts';
import { RECEIVED_WAYS, type ReceivedWay } from '../../meeting/words.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useScopeWords } from '../item/useScopeWords.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { useDraft } from '../kit/useDraft.ts';
import { TellStaff } from './TellStaff.tsx';
import { useTellOfOthers, type Away } from './useTellOfOthers.ts';

const useStyles = makeStyles({
  more: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  form: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0, paddingBlock: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, minWidth: 0 },
  field: { flexGrow: 1, flexBasis: '10rem', minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  button: { justifySelf: 'start' },
});

/** One who was read from the text, and whom it means. */
interface Line {
  readonly written: string;
  /** Who it is: somebody invited, or only a name; null where it is not to be saved as it is written. */
  readonly person: Person | null;
  readonly scope: ApologyScope | null;
  readonly substitute: string | null;
  readonly note: 'notInvited' | 'several' | 'noItem' | 'has' | null;
  readonly ticked: boolean;
}

/** What came by phone, by mail or in a list: the text is read on this device, and the secretary says of each line whether it is to be saved. */
export function EnterApologies({ file, event }: { file: MeetingFile; event: CalendarEvent }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  // Asking for leave to write in Teams leaves the page where Dagsorden stands in a browser.
  const { text, restored, change: setText, drop } = useDraft(`enterApologies:${file.pointer.key}`);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const [way, setWay] = useState<ReceivedWay>('phone');
  const [received, setReceived] = useState('');
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const read = useReading(file, event, setLines);
  const { question, staffFor } = useTellOfOthers(
    file,
    (lines ?? []).flatMap((line) => awayOf(line) ?? []),
  );
  const save = useSaving(file, staffFor, () => {
    drop();
    setLines(null);
  });
  const ticked = (lines ?? []).filter((line) => line.ticked);
  return (
    <details open={isOpen ?? restored} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.more}>{t('enter.title')}</summary>
      <div className={styles.form}>
        <Field label={t('enter.text')} hint={t('enter.hint')}>
          <Textarea value={text} resize="vertical" onChange={(_, { value }) => setText(value)} />
        </Field>
        <div className={styles.line}>
          <Field className={styles.field} label={t('enter.way')}>
            <Select value={way} onChange={(_, { value }) => setWay(RECEIVED_WAYS.find((each) => each === value) ?? 'phone')}>
              {RECEIVED_WAYS.map((each) => (
                <option key={each} value={each}>
                  {t(`way.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field className={styles.field} label={t('enter.received')}>
            <Input type="datetime-local" value={received} onChange={(_, { value }) => setReceived(value)} />
          </Field>
        </div>
        <Button className={styles.button} disabledFocusable={read.busy || text.trim() === ''} onClick={() => void read.run(text)}>
          {t('enter.read')}
        </Button>
        {read.error !== null && <FailureState error={read.error} size="inline" onRetry={read.retry} />}
        {lines !== null && <Lines lines={lines} file={file} onChange={setLines} />}
        {ticked.length > 0 && <TellStaff question={question} />}
        {ticked.length > 0 && (
          <Button className={styles.button} appearance="primary" disabledFocusable={save.busy} onClick={() => void save.run(ticked, way, received)}>
            {save.busy ? t('enter.saving') : t('enter.save', { count: ticked.length })}
          </Button>
        )}
        {save.error !== null && <FailureState error={save.error} size="inline" onRetry={save.retry} />}
      </div>
    </details>
  );
}

function Lines({ lines, file, onChange }: { lines: readonly Line[]; file: MeetingFile; onChange: (lines: readonly Line[]) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('answers');
  const scopeWords = useScopeWords();
  const id = useId();
  if (lines.length === 0)
    return (
      <p className={styles.words} role="status">
        {t('enter.nobody')}
      </p>
    );
  const wordsOf = ({ written, person, scope, substitute, note }: Line): string => {
    const part = scope === null ? '' : scopeWords(scope, file.agenda.items);
    const more = [part, substitute === null ? '' : t('printed.instead', { name: substitute }), note === null ? '' : t(`enter.${note}`)];
    const told = more.filter((words) => words !== '');
    return told.length === 0 ? (person?.name ?? written) : `${person?.name ?? written} (${told.join('; ')})`;
  };
  return (
    <div role="group" aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {t('enter.found')}
      </h3>
      <ul className={styles.list}>
        {lines.map((line, place) => (
          <li key={place}>
            {line.person === null || line.scope === null || line.note === 'has' ? (
              <span className={styles.words}>{wordsOf(line)}</span>
            ) : (
              <Checkbox
                label={wordsOf(line)}
                checked={line.ticked}
                onChange={(_, { checked }) => onChange(lines.map((each) => (each === line ? { ...each, ticked: checked === true } : each)))}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Reads the text. A line is ticked where exactly one invited person is meant; who else it may be, a person says. */
function useReading(file: MeetingFile, event: CalendarEvent, onRead: (lines: readonly Line[]) => void) {
  const commands = useCommands();
  return useAction(async (text: string) => {
    const read = await commands.attendance.readApologies(text);
    onRead(
      read.map(({ name: written, substitute, part }): Line => {
        const [one, other] = inviteesMeant(event.invitees, written);
        const scope = scopeWritten(part, file.agenda.items);
        const person = other ? null : one ? { id: one.id, name: one.name, email: one.email } : { id: null, name: written, email: null };
        const has = person !== null && standingOf(file.apologies, person) !== null;
        const note = has ? 'has' : scope === null ? 'noItem' : other ? 'several' : one ? null : 'notInvited';
        return { written, person, scope, substitute, note, ticked: note === null };
      }),
    );
  });
}

/** Whom a line tells of; null where it cannot be saved. */
function awayOf({ person, scope, note, ticked }: Line): Away | null {
  return person === null || scope === null || note === 'has'
    ? null
    : { person, name: person.name, isPart: scope.kind !== 'meeting', leftOut: !ticked };
}

function useSaving(file: MeetingFile, staffFor: (away: Away) => Promise<StaffToTell | null>, onSaved: () => void) {
  const { t } = useTranslation(['answers', 'apologySheet']);
  const commands = useCommands();
  const refresh = useRefreshFile();
  const tell = useNotice();
  /** What is pressed again after one line was refused saves no other twice, and tells of none twice. */
  const saved = useRef(new Set<Line>());
  return useAction(async (lines: readonly Line[], way: ReceivedWay, received: string) => {
    const at = Date.parse(received);
    const receivedAt = Number.isNaN(at) ? {} : { receivedAt: new Date(at).toISOString() };
    let kept = false;
    let isUntold = false;
    for (const line of lines) {
      const { person, scope, substitute } = line;
      const away = awayOf(line);
      if (person === null || scope === null || away === null || saved.current.has(line)) continue;
      // An apology is kept, also where the words for the others cannot be had.
      const staff = await staffFor(away).catch(() => null);
      try {
        await commands.attendance.confirmApology(file, person, { way, scope, substitute, staff, ...receivedAt }, ({ name, state }) => {
          isUntold ||= state === 'failed' && (name === 'chairTold' || name === 'secretaryTold');
        });
      } catch (error) {
        // What passes is in the outbox, as good as saved.
        if (!isPassing(error)) throw error;
        kept = true;
      }
      saved.current.add(line);
    }
    const done = kept ? t('answers:enter.kept') : t('answers:enter.saved', { count: lines.length });
    tell({ text: isUntold ? `${done} ${t('apologySheet:staff.untold')}` : done });
    onSaved();
    await refresh(file.pointer).catch(() => undefined);
  });
}
