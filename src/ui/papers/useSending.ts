import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../meeting/agenda.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { isAboutName, paperProblem, takenName, titleOfName } from '../../meeting/paperNames.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useReplaceFile } from '../queries/useMeetingFile.ts';

/** A file on its way, or in the way. */
export interface Sending {
  readonly id: number;
  readonly content: File;
  /** As it is to be called in the library. */
  readonly name: string;
  /** The paper it takes the place of; null for a new one. */
  readonly replaces: Attachment | null;
  readonly closed: boolean;
  /** `naming`: SharePoint does not take its name; `waits`: the outbox has it. */
  readonly state: 'naming' | 'sending' | 'waits' | 'refused';
  /** 0–1. */
  readonly part: number;
  readonly error: unknown;
}

export interface SendingFiles {
  readonly all: readonly Sending[];
  readonly choose: (files: readonly File[], closed: boolean) => void;
  readonly replace: (paper: Attachment, file: File) => void;
  readonly rename: (sending: Sending, name: string) => void;
  readonly retry: (sending: Sending) => void;
  readonly drop: (sending: Sending) => void;
}

let ids = 0;

/** The files that are being put on one item, in the order they were chosen; each is sent, and stands, by itself. */
export function useSending(file: MeetingFile, itemId: ItemId): SendingFiles {
  const { t } = useTranslation('papers');
  const { papers } = useCommands();
  const show = useReplaceFile();
  const tell = useNotice();
  const [all, setAll] = useState<readonly Sending[]>([]);
  const put = (id: number, change: Partial<Sending>) => setAll((now) => now.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const drop = ({ id }: Pick<Sending, 'id'>) => setAll((now) => now.filter((each) => each.id !== id));

  const send = async (sending: Sending) => {
    const { id, name, content, replaces, closed } = sending;
    put(id, { state: 'sending', error: null, name });
    const chosen = { name, content };
    const onProgress = ({ sent, of }: { readonly sent: number; readonly of: number }) => put(id, { part: of === 0 ? 1 : sent / of });
    try {
      const paper = { number: null, title: titleOfName(name), documentId: null, openness: closed ? ('closed' as const) : ('open' as const) };
      show(
        await (replaces ? papers.replacePaper(file, itemId, replaces, chosen, onProgress) : papers.addPaper(file, itemId, chosen, paper, onProgress)),
      );
      drop(sending);
      tell({ text: replaces ? t('replaced', { title: replaces.title }) : t('sent', { name }) });
    } catch (error) {
      put(id, isPassing(error) ? { state: 'waits' } : { state: 'refused', error });
    }
  };

  const begin = (content: File, replaces: Attachment | null, closed: boolean) => {
    const problem = paperProblem(content);
    const naming = problem !== null && isAboutName(problem) && replaces === null;
    const name = naming || replaces !== null ? takenName(content.name) : content.name;
    const sending: Sending = { id: (ids += 1), content, name, replaces, closed, state: naming ? 'naming' : 'sending', part: 0, error: null };
    setAll((now) => [...now, sending]);
    if (!naming) void send(sending);
  };

  return {
    all,
    choose: (files, closed) => files.forEach((each) => begin(each, null, closed)),
    replace: (paper, content) => begin(content, paper, paper.openness === 'closed'),
    rename: (sending, name) => void send({ ...sending, name }),
    retry: (sending) => void send(sending),
    drop,
  };
}
