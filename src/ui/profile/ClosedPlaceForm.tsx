import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosedSite, ClosedTarget } from '../../commands/commands.ts';
import type { SiteId } from '../../meeting/ids.ts';
import type { Board } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { keys } from '../queries/keys.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  chosen: { margin: 0, overflowWrap: 'anywhere' },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: '""' },
  long: { maxWidth: '100%', minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'normal', textAlign: 'start' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface ClosedPlaceFormProps {
  readonly board: Board;
  /** The site of the place there is, or null. */
  readonly current: SiteId | null;
  readonly onDone: () => void;
}

/** What was chosen, and is to be said yes to before it is used. */
interface Chosen {
  readonly target: ClosedTarget;
  readonly name: string;
  readonly address: string | null;
  readonly members: readonly string[] | null;
}

/** Choosing the place for closed items: a private channel of the team, or a site by its address or its name. It is shown, with who reads there, before it is used. */
export default function ClosedPlaceForm({ board, current, onDone }: ClosedPlaceFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <div className={styles.box} role="group" aria-label={t('closed.choose')}>
      <p className={styles.words}>{t('closed.why')}</p>
      {chosen === null ? (
        <>
          <Channels board={board} current={current} onChoose={setChosen} />
          <SiteSearch board={board} onChoose={setChosen} />
          <div>
            <Button onClick={onDone}>{t('closed.cancel')}</Button>
          </div>
        </>
      ) : (
        <Confirm board={board} chosen={chosen} onBack={() => setChosen(null)} onDone={onDone} />
      )}
    </div>
  );
}

function Channels({ board, current, onChoose }: Pick<ClosedPlaceFormProps, 'board' | 'current'> & { onChoose: (chosen: Chosen) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const rooms = useQuery({ queryKey: keys.closedChoices(board.teamId), queryFn: () => commands.board.closedChoices(board.teamId) });
  if (rooms.isError) return <FailureState error={rooms.error} size="inline" onRetry={() => void rooms.refetch()} />;
  const others = (rooms.data ?? []).flatMap(({ channelId, name, members, bound }) =>
    channelId === null || (bound && current !== null) ? [] : [{ channelId, name, members }],
  );
  if (others.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('closed.channels')}>
      {others.map(({ channelId, name, members }) => (
        <li key={channelId}>
          <Button className={styles.long} onClick={() => onChoose({ target: { kind: 'channel', channelId }, name, address: null, members })}>
            {t('closed.channel', { name })}
          </Button>
          {members && <p className={styles.words}>{t('closed.channelMembers', { names: members.join(', ') })}</p>}
        </li>
      ))}
    </ul>
  );
}

const chosenOf = ({ siteId, siteName, webUrl, members }: ClosedSite): Chosen => ({
  target: { kind: 'site', siteId },
  name: siteName,
  address: webUrl,
  members,
});

function SiteSearch({ board, onChoose }: { board: Board; onChoose: (chosen: Chosen) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const [text, setText] = useState('');
  const look = useAction(async (siteId: SiteId) => onChoose(chosenOf(await (await commands.board.closedSites()).lookAtSite(board, siteId))));
  const [asked, setAsked] = useState('');
  const sites = useQuery({
    queryKey: ['closedSites', board.siteId, asked],
    queryFn: async () => (await commands.board.closedSites()).findSites(board, asked),
    enabled: asked !== '',
    gcTime: 0,
    retry: false,
  });
  const error = look.error ?? sites.error;
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        look.dismiss();
        setAsked(text.trim());
      }}
    >
      <Field label={t('closed.search')} hint={t('closed.searchHint')}>
        <Input value={text} maxLength={2000} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div>
        <Button type="submit" disabledFocusable={text.trim() === '' || sites.isFetching}>
          {t('closed.find')}
        </Button>
      </div>
      {error !== null && <FailureState error={error} size="inline" />}
      {sites.data?.length === 0 && (
        <p className={styles.words} role="status">
          {t('closed.nothing')}
        </p>
      )}
      {sites.data && sites.data.length > 0 && (
        <ul className={styles.list} aria-label={t('closed.sites')}>
          {sites.data.map(({ siteId, siteName, webUrl }) => (
            <li key={siteId}>
              <Button className={styles.long} disabledFocusable={look.busy} onClick={() => void look.run(siteId)}>
                {t('closed.look', { name: siteName })}
              </Button>
              <p className={styles.words}>{webUrl}</p>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

interface ConfirmProps {
  readonly board: Board;
  readonly chosen: Chosen;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The place with its name, its address and its readers; whoever says that only the circle reads there may use it. */
function Confirm({ board, chosen, onBack, onDone }: ConfirmProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [sure, setSure] = useState(false);
  const [missing, setMissing] = useState(false);
  const move = useAction(async () => {
    announce(t('closed.working'));
    await (await commands.board.closedSites()).moveClosedPlace(board.siteId, chosen.target, () => undefined);
    // Every screen holds the board with the place it had.
    await client.invalidateQueries();
    announce(t('closed.done', { name: chosen.name }));
    onDone();
  });
  return (
    <>
      <p className={styles.chosen}>
        {chosen.address === null ? t('closed.channel', { name: chosen.name }) : t('closed.chosen', { site: chosen.name, address: chosen.address })}
      </p>
      <p className={styles.words}>{chosen.members ? t('closed.members', { names: chosen.members.join(', ') }) : t('closed.membersUnknown')}</p>
      <Field {...(missing && !sure ? { validationMessage: t('closed.confirmFirst') } : {})}>
        <Checkbox label={t('closed.confirm')} checked={sure} onChange={(_, { checked }) => setSure(checked === true)} />
      </Field>
      {move.error !== null && <FailureState error={move.error} size="inline" onRetry={move.retry} />}
      <div className={styles.ways}>
        <Button appearance="primary" disabledFocusable={move.busy} onClick={() => (sure ? void (!move.busy && move.run()) : setMissing(true))}>
          {move.busy ? t('closed.working') : t('closed.use')}
        </Button>
        <Button disabledFocusable={move.busy} onClick={onBack}>
          {t('closed.cancel')}
        </Button>
      </div>
    </>
  );
}
