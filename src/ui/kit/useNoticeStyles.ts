import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

/** The look of a notice over an agenda: what there is to see to, told by itself and never printed. */
export const useNoticeStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginInline: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { display: 'none' },
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
