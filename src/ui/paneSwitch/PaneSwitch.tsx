import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS } });

interface PaneSwitchProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

/** Shows one of a few panes where there is no room for all of them. */
export function PaneSwitch<Value extends string>({ label, value, choices, onChange }: PaneSwitchProps<Value>) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.choices}>
      {choices.map(([choice, words]) => (
        <ToggleButton key={choice} size="small" appearance="subtle" checked={choice === value} onClick={() => onChange(choice)}>
          {words}
        </ToggleButton>
      ))}
    </div>
  );
}
