import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { HowItStands } from '../../commands/commands.ts';

const useStyles = makeStyles({ words: { margin: 0, overflowWrap: 'anywhere' } });

const STATES = ['sent', 'failed', 'uncertain'] as const;

/** Who of those outside the team was written to in a chat, and how that went; nobody is written to twice. */
export function ToldAlone({ alone }: Pick<HowItStands, 'alone'>) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  return STATES.map((state) => {
    const names = alone.filter((each) => each.state === state).map(({ name }) => name);
    return (
      names.length > 0 && (
        <p key={state} className={styles.words}>
          {t(`alone.state.${state}`, { names: names.join(', ') })}
        </p>
      )
    );
  });
}
