import { useEffect, useRef, useState } from 'react';
import type { OutboxState } from '../../commands/commands.ts';
import { isPassing } from '../../meeting/errors.ts';
import { useCommands } from './CommandsContext.tsx';
import { useKeepRefusal } from './Refusals.tsx';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  /** `stuckBefore`: what could not be sent before this order, and says nothing about it. */
  | { readonly kind: 'kept'; readonly stuckBefore: ReadonlySet<string> }
  /** `stuck`: the order was kept and refused later, so the outbox still has it. */
  | { readonly kind: 'refused'; readonly error: unknown; readonly stuck: boolean };

export interface Action<Args extends readonly unknown[]> {
  /** Does it, unless it is being done already. Never throws: what fails stands in `error`. */
  readonly run: (...args: Args) => Promise<void>;
  readonly busy: boolean;
  /** It could not be done just now; the outbox has it and sends it by itself. */
  readonly kept: boolean;
  /** Why it was refused; null where it was not. It stays until it is tried again or dismissed, also where its screen goes (`Refusals`). */
  readonly error: unknown;
  /** Tries what was refused again, with the same arguments. */
  readonly retry: () => void;
  readonly dismiss: () => void;
}

export interface OrderOptions<Args extends readonly unknown[] = readonly []> {
  /** The outbox has it now: told at once, with what it was done with. */
  readonly onKept?: (...args: Args) => void;
  /** What was kept has been sent, and nothing else waits. Not called where the screen is gone by then. */
  readonly onSent?: () => void;
}

const IDLE: State = { kind: 'idle' };

/**
 * One thing a person does on a screen, and how it stands: nothing, under way, kept in the outbox, or refused.
 *
 * @param perform does it and shows what came of it. What it throws is told as refused, or as kept where it passes (`isPassing`) and goes through
 *   the outbox; what is read afterwards must not throw a passing failure, since that would look like an order that waits
 * @param order for what goes through the outbox; without it every failure is a refusal
 */
export function useAction<Args extends readonly unknown[]>(perform: (...args: Args) => Promise<void>, order?: OrderOptions<Args>): Action<Args> {
  const { outbox } = useCommands();
  const [state, setState] = useState<State>(IDLE);
  const underWay = useRef(false);
  const refusal = useRefusal(state);
  const lastArgs = useRef<Args | null>(null);
  const onSent = useRef(order?.onSent);
  useEffect(() => {
    onSent.current = order?.onSent;
  });

  useEffect(() => {
    if (state.kind !== 'kept') return undefined;
    let told = false;
    const look = (now: OutboxState) => {
      if (told) return;
      const stuck = now.stuck.find(({ id }) => !state.stuckBefore.has(id));
      told = stuck !== undefined || now.pending === 0;
      if (stuck) setState({ kind: 'refused', error: stuck.failure, stuck: true });
      else if (told) {
        setState(IDLE);
        onSent.current?.();
      }
    };
    // It may have been sent between the answer and the drawing of it.
    look(outbox.state());
    return outbox.onChange(look);
  }, [outbox, state]);

  const doing = async (work: () => Promise<State>, onKept?: () => void): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'busy' });
    const after = await work().catch((error: unknown): State => ({ kind: 'refused', error, stuck: false }));
    underWay.current = false;
    setState(after);
    if (after.kind === 'refused') refusal.late(after.error);
    if (after.kind === 'kept') onKept?.();
  };
  const kept = (): State => ({ kind: 'kept', stuckBefore: new Set(outbox.state().stuck.map(({ id }) => id)) });

  const run = (...args: Args) =>
    doing(
      async () => {
        lastArgs.current = args;
        try {
          await perform(...args);
          return IDLE;
        } catch (error) {
          if (!order || !isPassing(error)) throw error;
          return kept();
        }
      },
      () => order?.onKept?.(...args),
    );
  const retry = () => {
    if (state.kind === 'refused' && state.stuck) {
      void doing(async () => {
        await outbox.retry();
        return { kind: 'kept', stuckBefore: new Set() };
      });
    } else if (lastArgs.current) void run(...lastArgs.current);
  };
  return {
    run,
    busy: state.kind === 'busy',
    kept: state.kind === 'kept',
    error: state.kind === 'refused' ? state.error : null,
    retry,
    dismiss: () => {
      refusal.answered();
      setState(IDLE);
    },
  };
}

/** Hands on a refusal that nobody has answered when its screen goes, or that comes after it is gone. What the outbox still has, it tells itself. */
function useRefusal(state: State): { late: (error: unknown) => void; answered: () => void } {
  const keep = useKeepRefusal();
  const unanswered = useRef<unknown>(null);
  const gone = useRef(false);
  useEffect(() => {
    unanswered.current = state.kind === 'refused' && !state.stuck ? state.error : null;
  }, [state]);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      if (unanswered.current !== null) keep(unanswered.current);
    };
  }, [keep]);
  return {
    late: (error) => {
      if (gone.current) keep(error);
    },
    // Also where the screen goes at once, before anything is drawn.
    answered: () => {
      unanswered.current = null;
    },
  };
}
