import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ plain: { whiteSpace: 'pre-line' } });

/** A text as it was typed, its paragraphs and line breaks kept. */
export function Plain({ text }: { text: string }) {
  const styles = useStyles();
  return text.split(/\n{2,}/).map((paragraph, place) => (
    <p key={place} className={styles.plain}>
      {paragraph}
    </p>
  ));
}
