import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardChoice as Choice } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useDraft } from '../kit/useDraft.ts';
import { Loading } from '../kit/states/Loading.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { likelyBoard } from './likelyBoard.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const PrepareScreen = lazyPart(() => import('../prepare/PrepareScreen.tsx'));

const useStyles = makeStyles({
  board: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  words: { margin: 0 },
  select: { maxWidth: '24rem' },
});

interface BoardChoiceProps {
  readonly event: CalendarEvent;
  readonly agenda: Agenda;
  readonly board: Board | null;
  /** The chosen board once its site is ready; null while it is not. */
  readonly onBoard: (board: Board | null) => void;
}

/** Which board meets: the one its title names, else the one chosen last time. A site that is not ready is made ready here. */
export function BoardChoice({ event, agenda, onBoard }: BoardChoiceProps) {
  const commands = useCommands();
  const boards = useQuery({ queryKey: keys.boards, queryFn: () => commands.board.listBoards() });
  const last = useDraft('intake:lastBoard');
  if (!last.ready) return <Loading />;
  return (
    <Queried query={boards}>
      {(choices) => (
        <Choosing choices={choices} first={likelyBoard(choices, [event.subject, agenda.title], last.text)} onChosen={last.change} onBoard={onBoard} />
      )}
    </Queried>
  );
}

interface ChoosingProps {
  readonly choices: readonly Choice[];
  readonly first: string | null;
  readonly onChosen: (teamId: string) => void;
  readonly onBoard: (board: Board | null) => void;
}

function Choosing({ choices, first, onChosen, onBoard }: ChoosingProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [picked, setPicked] = useState<string | null>(null);
  const teamId = picked ?? first;
  const choice = choices.find((other) => other.teamId === teamId) ?? null;
  if (choices.length === 0) return <p className={styles.words}>{t('invite.noBoards')}</p>;
  return (
    <div className={styles.board}>
      <Field label={t('invite.board')} hint={t('invite.boardHint')} className={styles.select}>
        <Select
          value={teamId ?? ''}
          onChange={(_, { value }) => {
            setPicked(value);
            onChosen(value);
            onBoard(null);
          }}
        >
          {teamId === null && <option value="">{t('invite.chooseBoard')}</option>}
          {choices.map(({ teamId: id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {choice && <ChosenBoard key={choice.teamId} choice={choice} onBoard={onBoard} />}
    </div>
  );
}

function ChosenBoard({ choice, onBoard }: { choice: Choice; onBoard: (board: Board | null) => void }) {
  const commands = useCommands();
  const state = useQuery({ queryKey: keys.boardState(choice.teamId), queryFn: () => commands.board.boardState(choice.teamId) });
  const ready = state.data?.kind === 'ready' ? state.data.board : null;
  useEffect(() => onBoard(ready), [onBoard, ready]);
  return (
    <Queried query={state}>
      {(found) =>
        found.kind === 'ready' ? null : (
          <Suspense fallback={<Loading />}>
            <PrepareScreen teamId={choice.teamId} name={choice.name} onReady={onBoard} />
          </Suspense>
        )
      }
    </Queried>
  );
}
