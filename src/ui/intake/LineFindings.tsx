import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Mend } from '../../meeting/editing/mend.ts';
import type { Finding } from '../../meeting/finding.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { findingSentence, mendWords } from '../agendaEditor/findingWords.ts';

const useStyles = makeStyles({
  findings: {
    listStyleType: 'none',
    gridColumn: '1 / -1',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} calc(5.25rem + ${tokens.spacingHorizontalXXL})`,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    '@media (max-width: 479px)': { paddingInlineStart: tokens.spacingHorizontalM },
  },
  finding: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  sentence: { display: 'flex', gap: tokens.spacingHorizontalXS, flex: '0 1 auto', minWidth: 0 },
  sign: { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusWarningForeground1 },
});

interface LineFindingsProps {
  readonly findings: readonly Finding[];
  readonly mendsOf: (finding: Finding) => readonly Mend[];
  readonly onMend: (finding: Finding, mend: Mend) => void;
}

/** What is odd about a line, each with the click that mends it. */
export function LineFindings({ findings, mendsOf, onMend }: LineFindingsProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'agenda', 'common']);
  const language = useLanguage();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => {
        return (
          <li key={finding.code} className={styles.finding}>
            <span className={styles.sentence}>
              <WarningRegular aria-hidden className={styles.sign} />
              {findingSentence(finding, language, t)}
            </span>
            {mendsOf(finding).map((mend, place) => (
              <Button key={place} size="small" onClick={() => onMend(finding, mend)}>
                {mendWords(mend, language, t)}
              </Button>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
