import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  mark: {
    ...typographyStyles.caption1,
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    whiteSpace: 'nowrap',
  },
});

/** How far something has come, as a quiet word in a frame: "Udkast", "Udsendt 14. aug.". */
export function StateMark({ children }: { children: ReactNode }) {
  return <span className={useStyles().mark}>{children}</span>;
}
