import { Button, Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportWanted, PaperFormat } from '../../commands/commands.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  words: { margin: 0, overflowWrap: 'anywhere' },
});

const FORMATS = ['docx', 'pdf'] as const satisfies readonly PaperFormat[];
type Format = (typeof FORMATS)[number];

interface Kept {
  readonly format: Format;
  readonly name: string;
  readonly url: string;
  /** It stood there before. */
  readonly wasThere: boolean;
}

type InChannelProps = { readonly file: MeetingFile } & Pick<ExportWanted, 'what' | 'itemId'>;

/** Keeps the open edition among the files of the board's channel. */
export function InChannel({ file, what, itemId }: InChannelProps) {
  const styles = useStyles();
  const { t } = useTranslation('saveAs');
  const { exports, host } = useCommands();
  const [kept, setKept] = useState<Kept | null>(null);
  const keep = useAction(async (format: Format, besides: boolean) =>
    setKept({ format, ...(await exports.keepInChannel(file, { what, itemId, format }, besides)) }),
  );
  return (
    <div className={styles.part} role="group" aria-label={t('inChannel.label', { channel: file.board.channelName })}>
      <p className={styles.words}>{t('inChannel.label', { channel: file.board.channelName })}</p>
      <div className={styles.row}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="small"
            disabledFocusable={keep.busy}
            aria-label={t('inChannel.keep', { format: t(`formats.${format}`) })}
            onClick={() => void keep.run(format, false)}
          >
            {t(`formats.${format}`)}
          </Button>
        ))}
        {keep.busy && <Spinner size="tiny" label={t('making')} />}
      </div>
      <p className={styles.words} role="status">
        {kept !== null && !keep.busy && (
          <>
            {t(kept.wasThere ? 'inChannel.wasThere' : 'inChannel.kept')} <Link onClick={() => host.openLink(kept.url)}>{kept.name}</Link>
          </>
        )}
      </p>
      {kept?.wasThere === true && !keep.busy && (
        <Button size="small" onClick={() => void keep.run(kept.format, true)}>
          {t('inChannel.besides')}
        </Button>
      )}
      {keep.error !== null && <FailureState error={keep.error} onRetry={keep.retry} size="inline" />}
    </div>
  );
}
