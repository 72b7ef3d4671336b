import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { clashesBetween, differs, settle, type EditedField } from '../../meeting/editing/settle.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { unreadable, type TypedTimes } from '../agendaEditor/typedTimes.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { otherWriter } from '../kit/otherWriter.ts';
import { useAction } from '../kit/useAction.ts';
import { useDraft } from '../kit/useDraft.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { remember } from './savedEdits.ts';
import { useSavedSteps } from './useSavedSteps.ts';
import { fieldsChanged, readItemDraft, writeItemDraft } from './itemDraft.ts';

/** Somebody else changed the same fields meanwhile: both versions, and the choice between them. */
export interface Clash {
  readonly fields: readonly EditedField[];
  readonly mine: AgendaItem;
  readonly theirs: AgendaItem;
  /** Who wrote it, where that is known. */
  readonly by: string | null;
  readonly choose: (keep: ReadonlySet<EditedField>) => void;
}

export interface ItemEdit {
  /** The item as it stands in the form. */
  readonly mine: AgendaItem;
  readonly typed: TypedTimes;
  readonly change: (fields: ItemFields, typed: TypedTimes) => void;
  readonly save: () => void;
  /** Leaves the item as it was and forgets what was typed. */
  readonly giveUp: () => void;
  readonly clash: Clash | null;
  /** What was typed is from an earlier visit. */
  readonly restored: boolean;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * One item of a stored agenda while it is edited. What is typed is kept until it is saved or given up; what others wrote since it was
 * begun is merged or shown, never overwritten; what is saved is told with the way back.
 */
export function useItemEdit(file: MeetingFile, item: AgendaItem, onDone: () => void): ItemEdit {
  const { t } = useTranslation(['itemEditor', 'agenda', 'common']);
  const commands = useCommands();
  const { agenda, find } = commands;
  const replace = useReplaceFile();
  const tell = useNotice();
  const draft = useDraft(`item:${file.pointer.key}:${item.id}`);
  // The version the person began with.
  const [base, setBase] = useState(item);
  const [met, setMet] = useState<(Pick<Clash, 'mine' | 'theirs' | 'by'> & { readonly file: MeetingFile }) | null>(null);
  const kept = readItemDraft(draft.text, base);
  const mine = { ...base, ...kept.fields };
  // What is told at the foot of the screen is read out, and seen by whoever looks on.
  const titleOf = (of: AgendaItem) =>
    isClosed(file.agenda.items, item)
      ? [of.number, of.neutralTitle ?? t('common:closedItem')].filter(Boolean).join(' ')
      : of.title || t('agenda:untitled');
  const giveUp = () => {
    draft.drop();
    onDone();
  };

  const walk = useSavedSteps(file, titleOf);

  /** Fetches what the other wrote, so that the person can choose. */
  const meetTheirs = useAction(async (after: AgendaItem, conflict: unknown) => {
    const fresh = await find.openMeeting(file.pointer);
    replace(fresh);
    const theirs = fresh.agenda.items.find((other) => other.id === item.id);
    if (!theirs) throw conflict;
    setMet({ mine: after, theirs, by: otherWriter(conflict, commands), file: fresh });
  });

  const saving = useAction(
    async (current: MeetingFile, before: AgendaItem, after: AgendaItem) => {
      if (!differs(before, after)) return giveUp();
      try {
        const changed = await agenda.changeItem(current, before, after);
        replace(changed);
        remember(file.pointer.key, { before, after });
        tell({ text: t('edit.saved', { title: titleOf(after) }), undo: () => void walk('back') });
      } catch (error) {
        if (isFailure(error, 'Conflict')) return meetTheirs.run(after, error);
        throw error;
      }
      giveUp();
    },
    {
      onKept: (current, _, after) => {
        replace({ ...current, agenda: { ...current.agenda, items: current.agenda.items.map((other) => (other.id === after.id ? after : other)) } });
        tell({ text: t('edit.queued', { title: titleOf(after) }) });
        giveUp();
      },
    },
  );

  const choose = (keep: ReadonlySet<EditedField>) => {
    if (!met) return;
    const after = settle(base, met.mine, met.theirs, keep);
    setMet(null);
    setBase(met.theirs);
    draft.change(writeItemDraft({ fields: fieldsChanged(met.theirs, after), typed: {} }));
    void saving.run(met.file, met.theirs, after);
  };
  return {
    mine,
    typed: kept.typed,
    change: (fields, typed) => draft.change(writeItemDraft({ fields: fieldsChanged(base, { ...mine, ...fields }), typed })),
    save: () => {
      if (!unreadable(kept.typed)) void saving.run(file, base, { ...mine, title: mine.title.trim() });
    },
    giveUp,
    clash: met && { fields: clashesBetween(base, met.mine, met.theirs), mine: met.mine, theirs: met.theirs, by: met.by, choose },
    restored: draft.restored,
    ready: draft.ready,
    busy: saving.busy,
    error: meetTheirs.error ?? saving.error,
    retry: meetTheirs.error === null ? saving.retry : meetTheirs.retry,
  };
}
