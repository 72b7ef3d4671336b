import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Plain } from './Plain.tsx';

const Rendered = lazy(() => import('./Rendered.tsx'));

export const useProseStyles = makeStyles({
  prose: {
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase400,
    maxWidth: '68ch',
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}` },
    '& > :last-child': { marginBottom: 0 },
    '& ul, & ol': { margin: `0 0 ${tokens.spacingVerticalS}`, paddingInlineStart: tokens.spacingHorizontalXXL },
    '& ul': { listStyleType: 'disc' },
    '& ol': { listStyleType: 'decimal' },
    '& table': { borderCollapse: 'collapse', display: 'block', overflowX: 'auto', maxWidth: '100%', marginBottom: tokens.spacingVerticalS },
    '& th, & td': {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& h5, & h6': { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& blockquote': {
      margin: `0 0 ${tokens.spacingVerticalS}`,
      paddingInlineStart: tokens.spacingHorizontalM,
      borderInlineStartWidth: tokens.strokeWidthThick,
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorNeutralStroke2,
    },
  },
});

/** CommonMark on the page. Plain paragraphs stand there until the reader of CommonMark has arrived. */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  const styles = useProseStyles();
  return (
    <div className={styles.prose} lang={lang}>
      <Suspense fallback={<Plain text={text} />}>
        <Rendered text={text} lang={lang ?? document.documentElement.lang} />
      </Suspense>
    </div>
  );
}
