import { useCallback, useEffect, useRef, useState } from 'react';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { isFailure, isPassing, type Conflict } from '../../meeting/errors.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { useFoldTreatment, withTreatment } from '../queries/useFoldTreatment.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useDraft } from '../kit/useDraft.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { keeps, readKept, writeKept } from '../treatment/keptTreatment.ts';

/** A pause in the writing after which it is recorded. */
const PAUSE = 1500;

export type Saving =
  | { readonly kind: 'quiet' | 'typing' | 'saving' | 'saved' | 'kept' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

export interface TreatmentEditing {
  readonly treatment: Treatment;
  readonly saving: Saving;
  /** `now` records at once (a phrase was pressed); otherwise after a pause in the writing. */
  readonly change: (next: Treatment, now?: boolean) => void;
  /** Records what waits, e.g. when the field is left. */
  readonly flush: () => void;
  readonly retry: () => void;
  /** Takes the newest file and records this over it: the person has seen both texts. */
  readonly settle: (chosen: Treatment) => void;
}

const isConflict = (error: unknown): error is Conflict => isFailure(error, 'Conflict') && 'fields' in error;

/**
 * What is written about one item: kept on the device with every pause, recorded on blur, after a pause and when the item
 * is left, and dropped from the device when it is stored. Use it with the item's id as the component's key.
 */
export function useTreatment(file: MeetingFile, item: AgendaItem): TreatmentEditing {
  const commands = useCommands();
  const fold = useFoldTreatment();
  const replace = useReplaceFile();
  const stored = treatmentOf(file.agenda, file.treatments, item);
  const draft = useDraft(`treatment:${file.pointer.key}:${item.id}`);
  const kept = draft.text === '' ? null : readKept(draft.text, item.id);
  // An item that has been closed since must not be written open again.
  const treatment: Treatment = kept ? { ...kept.treatment, openness: stored.openness === 'closed' ? 'closed' : kept.treatment.openness } : stored;
  const [saving, setSaving] = useState<Saving>({ kind: 'quiet' });

  const latest = useRef({ file, draft, commands, stored });
  useEffect(() => {
    latest.current = { file, draft, commands, stored };
  });
  // What the words are held against: as it stood when the typing began, not what others have stored meanwhile.
  const base = useRef<Treatment | null>(null);
  const keptBase = kept?.base ?? null;
  useEffect(() => {
    base.current ??= keptBase;
  }, [keptBase]);
  const waiting = useRef<Treatment | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const gone = useRef(false);
  // One at a time, in order: two at once would be held against the same stored words, and the later one refused.
  const turn = useRef<Promise<void>>(Promise.resolve());
  const newest = useRef<Treatment | null>(null);

  const write = useCallback(
    async (next: Treatment, onto?: MeetingFile) => {
      try {
        const read = onto ?? (base.current ? withTreatment(latest.current.file, base.current) : latest.current.file);
        const recorded = await latest.current.commands.minutes.recordTreatment(read, next);
        fold(read, recorded);
        base.current = recorded;
        // What is typed before the screen has been drawn anew builds on this, not on what stood there before.
        latest.current = { ...latest.current, stored: recorded };
        // What was typed while this was on its way is still to be recorded.
        const isLast = waiting.current === null && newest.current === next;
        if (isLast && (latest.current.draft.text === '' || keeps(latest.current.draft.text, next))) {
          base.current = null;
          latest.current.draft.drop();
        }
        if (!gone.current && newest.current === next) setSaving(isLast ? { kind: 'saved' } : { kind: 'typing' });
      } catch (error) {
        if (gone.current) return;
        if (isConflict(error)) setSaving({ kind: 'conflict', conflict: error });
        else if (isPassing(error)) setSaving({ kind: 'kept' });
        else setSaving({ kind: 'failed', error });
      }
    },
    [fold],
  );

  const record = useCallback(
    (next: Treatment, onto?: MeetingFile): Promise<void> => {
      clearTimeout(timer.current);
      waiting.current = null;
      newest.current = next;
      if (!gone.current) setSaving({ kind: 'saving' });
      turn.current = turn.current.then(() => write(next, onto));
      return turn.current;
    },
    [write],
  );

  const flush = useCallback(() => {
    if (waiting.current) void record(waiting.current);
  }, [record]);

  const change = useCallback(
    (next: Treatment, now = false) => {
      base.current ??= latest.current.stored;
      latest.current.draft.change(writeKept(next, base.current));
      clearTimeout(timer.current);
      waiting.current = next;
      if (now) void record(next);
      else {
        setSaving({ kind: 'typing' });
        timer.current = setTimeout(flush, PAUSE);
      }
    },
    [flush, record],
  );

  const settle = useCallback(
    (chosen: Treatment) => {
      latest.current.draft.change(writeKept(chosen, base.current));
      setSaving({ kind: 'saving' });
      latest.current.commands.find.openMeeting(latest.current.file.pointer).then(
        (newest) => {
          replace(newest);
          base.current = treatmentOf(newest.agenda, newest.treatments, item);
          return record(chosen, newest);
        },
        (error: unknown) => setSaving({ kind: 'failed', error }),
      );
    },
    [record, replace, item],
  );

  // What an earlier visit left unsent is sent now; recording the same twice changes nothing.
  const restored = draft.restored && kept !== null && saving.kind === 'quiet';
  const leftBehind = useRef<Treatment | null>(null);
  useEffect(() => {
    leftBehind.current = restored ? treatment : null;
  });
  useEffect(() => {
    if (restored && leftBehind.current) void record(leftBehind.current);
  }, [restored, record]);

  // The outbox sends what was kept as soon as it can; then it is stored, and no longer a draft.
  const isKept = saving.kind === 'kept';
  useEffect(() => {
    if (!isKept) return;
    return commands.outbox.onChange(({ pending, sending, stuck }) => {
      if (pending > 0 || sending || stuck.length > 0 || waiting.current !== null) return;
      base.current = null;
      latest.current.draft.drop();
      setSaving({ kind: 'saved' });
    });
  }, [commands, isKept]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      if (waiting.current) void record(waiting.current);
    };
  }, [record]);

  const retry = () => void record(treatment);
  return { treatment, saving, change, flush, retry, settle };
}
