import { Button, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFormat } from '../../commands/commands.ts';
import type { ChannelFile } from '../../meeting/channelFiles.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  words: { margin: 0, overflowWrap: 'anywhere' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

const FORMATS = ['docx', 'pdf'] as const satisfies readonly PaperFormat[];
type Format = (typeof FORMATS)[number];

/** What the last press came to. */
type Outcome =
  | { readonly what: 'kept' | 'wasThere'; readonly format: Format; readonly name: string; readonly url: string }
  | { readonly what: 'taken' | 'takenUnsure' };

/** Keeps the open edition of published minutes among the files of the board's channel, and takes it away again. */
export function InChannel({ file }: { readonly file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const { exports } = useCommands();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { pointer, board } = file;
  const there = useQuery({ queryKey: ['channel-files', pointer.siteId, pointer.key], queryFn: () => exports.filesInChannel(file), gcTime: 0 });
  const keep = useAction(async (format: Format, besides: boolean) => {
    const { wasThere, name, url } = await exports.keepInChannel(file, format, besides);
    setOutcome({ what: wasThere ? 'wasThere' : 'kept', format, name, url });
    await there.refetch();
  });
  const take = useAction(async () => {
    const left = await exports.takeFromChannel(file);
    setOutcome({ what: left.length === 0 ? 'taken' : 'takenUnsure' });
    await there.refetch();
  });
  const busy = keep.busy || take.busy;
  return (
    <div className={styles.part} role="group" aria-label={t('inChannel.label', { channel: board.channelName })}>
      <p className={styles.words}>{t('inChannel.label', { channel: board.channelName })}</p>
      <p className={styles.hint}>{t('inChannel.hint')}</p>
      <div className={styles.row}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="small"
            disabledFocusable={busy}
            aria-label={t('inChannel.keep', { format: t(`formats.${format}`) })}
            onClick={() => void keep.run(format, false)}
          >
            {t(`formats.${format}`)}
          </Button>
        ))}
        {busy && <Spinner size="tiny" label={t('making')} />}
      </div>
      <p className={styles.words} role="status">
        {outcome !== null && !busy && <OutcomeWords outcome={outcome} />}
      </p>
      {outcome?.what === 'wasThere' && !busy && (
        <Button size="small" onClick={() => void keep.run(outcome.format, true)}>
          {t('inChannel.besides')}
        </Button>
      )}
      {[keep, take].map(({ error, retry }, place) => error !== null && <FailureState key={place} error={error} onRetry={retry} size="inline" />)}
      {there.error !== null && <FailureState error={there.error} onRetry={() => void there.refetch()} size="inline" />}
      <Lying files={there.data ?? []}>
        <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => void take.run()}>
          {t('inChannel.take')}
        </Button>
      </Lying>
    </div>
  );
}

function OutcomeWords({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('saveAs');
  const words = t(`inChannel.${outcome.what}`);
  return 'name' in outcome ? (
    <>
      {words} <FileLink name={outcome.name} url={outcome.url} />
    </>
  ) : (
    words
  );
}

/** What lies in the channel, or may; and, where something is known to, how it is taken away. */
function Lying({ files, children }: { readonly files: readonly ChannelFile[]; readonly children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const known = files.filter(({ stored }) => stored !== null);
  const unsure = files.filter(({ stored }) => stored === null);
  return (
    <>
      {[known, unsure].map(
        (some, place) =>
          some.length > 0 && (
            <p key={place} className={styles.words}>
              {t(some === known ? 'inChannel.there' : 'inChannel.unsure')}{' '}
              {some.map(({ version, name, url }, at) => (
                <span key={version}>
                  {at > 0 && ', '}
                  <FileLink name={name ?? t('inChannel.unnamed')} url={url} />
                </span>
              ))}
            </p>
          ),
      )}
      {known.length > 0 && children}
    </>
  );
}

function FileLink({ name, url }: { readonly name: string; readonly url: string | null }) {
  const { host } = useCommands();
  return url === null ? name : <Link onClick={() => host.openLink(url)}>{name}</Link>;
}
