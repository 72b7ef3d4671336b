import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Commands } from '../../commands/commands.ts';
import { createAutosaver, type AutosaveField, type Autosaver, type AutosaveView } from './autosaver.ts';
import { useCommands } from './CommandsContext.tsx';

export type Autosaving<Value> = AutosaveView<Value> & Pick<Autosaver<Value>, 'change' | 'flush' | 'retry' | 'choose' | 'dropUnreadable'>;

/** One field that saves itself, by the place it stands; a screen that is left and opened again finds it as it was. */
const fields = new WeakMap<Commands, Map<string, unknown>>();

function autosaverAt<Value>(commands: Commands, field: AutosaveField<Value>, stored: Value): Autosaver<Value> {
  const all = fields.get(commands) ?? new Map<string, unknown>();
  fields.set(commands, all);
  // A key belongs to one kind of field.
  const found = all.get(field.key) as Autosaver<Value> | undefined;
  if (found) return found;
  const made: Autosaver<Value> = createAutosaver(commands, field, stored, () => all.get(field.key) === made && all.delete(field.key));
  all.set(field.key, made);
  return made;
}

/**
 * A field that saves itself: kept on the device as it is typed, stored after a pause and when it is left, merged with what others
 * write meanwhile, and dropped from the device when it is stored.
 *
 * @param stored the newest reading
 */
export function useAutosave<Value>(field: AutosaveField<Value>, stored: Value): Autosaving<Value> {
  const commands = useCommands();
  // The field of the first drawing is only where to begin; `use` and `read` follow.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const saver = useMemo(() => autosaverAt(commands, field, stored), [commands, field.key]);
  const view = useSyncExternalStore(saver.subscribe, saver.view);
  useEffect(() => saver.use(field));
  useEffect(() => {
    // An idle one has left the table; while it is shown again, whoever asks for the place finds it.
    fields.get(commands)?.set(field.key, saver);
    return saver.attach();
  }, [commands, field.key, saver]);
  useEffect(() => saver.read(stored));
  return { ...view, change: saver.change, flush: saver.flush, retry: saver.retry, choose: saver.choose, dropUnreadable: saver.dropUnreadable };
}
