import { useMemo } from 'react';
import { withoutHiddenSigns } from '../../meeting/hiddenSigns.ts';
import { isTooHeavy } from '../../meeting/proseBudget.ts';
import { useDanishWords } from '../kit/Words.tsx';
import { Plain } from './Plain.tsx';
import { proseElements } from './proseElements.tsx';

/** CommonMark as elements, or as it was typed where reading it would hold up the page. The text is remembered as long as it stays the same. */
export default function Rendered({ text, lang = '' }: { text: string; lang?: string }) {
  const draw = useDanishWords(lang);
  return useMemo(() => {
    const words = withoutHiddenSigns(text);
    return isTooHeavy(words) ? <Plain text={words} /> : proseElements(words, draw);
  }, [text, draw]);
}
