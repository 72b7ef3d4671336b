import type { OutboxState } from '../../commands/commands.ts';

export type SaveStateShown =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'stuck'; readonly count: number };

/**
 * What the corner says. A stuck change outranks all: it will not go away by itself. What is pending but not being sent
 * waits for a better moment. `wrote` is whether anything was written since the screen opened.
 */
export function saveStateOf(outbox: Pick<OutboxState, 'pending' | 'sending' | 'refused' | 'stuck'>, wrote: boolean): SaveStateShown {
  if (outbox.stuck.length > 0) return { kind: 'stuck', count: outbox.stuck.length };
  if (outbox.sending) return { kind: 'saving' };
  if (outbox.pending > 0) return { kind: 'waiting', count: outbox.pending };
  // What was refused is told where it was written; here nothing may look saved.
  return wrote && !outbox.refused ? { kind: 'saved' } : { kind: 'quiet' };
}
