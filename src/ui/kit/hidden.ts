import { makeStyles } from '@fluentui/react-components';

/** For words that are heard and not seen. */
export const useHiddenStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});
