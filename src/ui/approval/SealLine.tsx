import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { SealFinding } from '../../meeting/seal.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

const useStyles = makeStyles({
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  changed: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
});

/** One line that says whether the minutes are as they were published, and what is not. */
export default function SealLine({ file }: { file: Pick<MeetingFile, 'minutes'> }) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const commands = useCommands();
  const { data } = useQuery({ queryKey: ['seal', file.minutes], queryFn: () => commands.approval.checkSeal(file), networkMode: 'always' });
  if (!data) return null;
  const lines = file.minutes?.lines ?? [];
  const numberOf = (itemId: SealFinding['itemId']): string => {
    const place = lines.findIndex((line) => line.itemId === itemId);
    return lines[place]?.number ?? String(place + 1);
  };
  const words = ({ what, itemId }: SealFinding): string => {
    if (what === 'line' || what === 'added') return t(`seal.${what}`, { number: numberOf(itemId) });
    return t(what === 'seal' ? 'seal.itself' : `seal.${what}`);
  };
  const since = data.closedSince.length === 0 ? '' : ` ${t('seal.closedSince', { count: data.closedSince.length })}`;
  return data.state === 'changed' ? (
    <p className={styles.changed} role="alert">
      {t('seal.changed', { what: data.findings.map(words).join(', ') }) + since}
    </p>
  ) : (
    <p className={styles.quiet}>{t(`seal.${data.state}`) + since}</p>
  );
}
