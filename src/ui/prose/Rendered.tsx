import { useMemo } from 'react';
import { proseElements } from './proseElements.tsx';

/** CommonMark as elements. The text is remembered as long as it stays the same. */
export default function Rendered({ text }: { text: string }) {
  return useMemo(() => proseElements(text), [text]);
}
