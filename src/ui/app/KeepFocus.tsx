import { useEffect, useRef } from 'react';
import { keepFocus } from '../kit/keepFocus.ts';

/** Shows nothing: keeps the focus in the screen around it where the control that has it goes. Fetched when the screen stands. */
export default function KeepFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const main = place.current?.closest('main');
    return main ? keepFocus(main) : undefined;
  }, []);
  return <span hidden ref={place} />;
}
