import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, Link, makeStyles, OverlayDrawer, Spinner, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attachment, PaperFile } from '../../meeting/agenda.ts';
import { shownAddress } from '../../meeting/linkAddress.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { PdfPages } from './PdfPages.tsx';

const useStyles = makeStyles({
  drawer: { width: 'min(56rem, 100vw)', '@media print': { display: 'none' } },
  body: { backgroundColor: tokens.colorNeutralBackground3 },
});

export interface PaperReaderProps {
  readonly paper: Attachment;
  readonly file: PaperFile;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A PDF beside the agenda, which stays where it is. */
export default function PaperReader({ paper, file, open, onClose }: PaperReaderProps) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { papers } = useCommands();
  const { link } = shownAddress(paper.url);
  const content = useQuery({
    queryKey: ['paper', file.driveId, file.itemId, file.replacedAt],
    queryFn: () => papers.readPaper(file),
    enabled: open,
    // A paper is not kept longer than it is read: it may be closed.
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <OverlayDrawer className={styles.drawer} position="end" modalType="non-modal" open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={t('close')} icon={<DismissRegular />} onClick={onClose} />}>
          {[paper.number, paper.title].filter(Boolean).join(' ')}
        </DrawerHeaderTitle>
        {link !== null && (
          <Link href={link} target="_blank" rel="noopener noreferrer">
            {t('tab')}
          </Link>
        )}
      </DrawerHeader>
      <DrawerBody className={styles.body} tabIndex={0}>
        {content.data !== undefined ? (
          <PdfPages content={content.data.content} />
        ) : content.isError ? (
          <FailureState error={content.error} size="inline" onRetry={() => void content.refetch()} />
        ) : (
          <Spinner label={t('loading')} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}
