import { KeyboardSensor, type KeyboardSensorProps } from '@dnd-kit/core';

/**
 * The library's keyboard sensor, which loses no key that follows at once: it begins to listen a timer after the line is
 * lifted, and on a busy machine the next key is there before that. Such keys are kept, and given to it once it listens.
 */
export class PatientKeyboardSensor extends KeyboardSensor {
  constructor(props: KeyboardSensorProps) {
    super(props);
    const early: KeyboardEvent[] = [];
    const keep = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      early.push(event);
    };
    document.addEventListener('keydown', keep, { capture: true });
    // Timers of one length fire in the order they were set: the library's own, set above, has run before this one.
    setTimeout(() => {
      document.removeEventListener('keydown', keep, { capture: true });
      for (const { key, code } of early) document.dispatchEvent(new KeyboardEvent('keydown', { key, code, cancelable: true }));
    });
  }
}
