import { Badge, Button, Link } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, PaperFile } from '../../meeting/agenda.ts';
import { shownAddress } from '../../meeting/linkAddress.ts';
import { paperKindOf, webAddress } from '../../meeting/paperNames.ts';
import { shortMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { useLazyOpen } from '../kit/useLazyOpen.ts';

const PaperReader = lazyPart(() => import('./PaperReader.tsx'));

/** What can be done with a paper that lies in a library: read beside the agenda where it is a PDF, in Office's page where it is Office's. */
export default function PaperReading({ paper, file }: { readonly paper: Attachment; readonly file: PaperFile }) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const reader = useLazyOpen();
  const { link } = shownAddress(paper.url);
  const kind = paperKindOf(link);
  const { title } = paper;
  return (
    <>
      {file.replacedAt !== null && (
        <Badge appearance="tint" color="informative">
          {t('newVersion', { when: shortMoment(file.replacedAt, language) })}
        </Badge>
      )}
      {kind === 'pdf' && (
        <Button size="small" appearance="subtle" aria-label={t('readNamed', { title })} onClick={reader.show}>
          {t('read')}
        </Button>
      )}
      {kind === 'office' && link !== null && (
        <Link href={webAddress(link)} target="_blank" rel="noopener noreferrer" aria-label={t('inOfficeNamed', { title })}>
          {t('inOffice')}
        </Link>
      )}
      {reader.mounted && (
        <Suspense fallback={null}>
          <PaperReader paper={paper} file={file} open={reader.open} onClose={reader.hide} />
        </Suspense>
      )}
    </>
  );
}
