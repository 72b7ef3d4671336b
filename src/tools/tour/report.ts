import type { Tried } from './takeTour.ts';

const words = { asBelieved: 'as believed', otherwise: 'otherwise', notTried: 'not tried' } as const;

/** One line of the table: how a belief fared, which it was, and what there is to say. */
export function tableLine({ belief, finding }: Tried): string {
  const said = finding.kind === 'otherwise' ? `  ← ${finding.came}` : finding.kind === 'notTried' ? `  (${finding.why})` : '';
  const played = finding.kind === 'otherwise' && belief.played !== null ? `; the embedded tenant plays it so with ${belief.played}` : '';
  return `${words[finding.kind].padEnd(12)} ${belief.id.padEnd(34)} ${belief.claim}${said}${played}`;
}

export function summary(tried: readonly Tried[]): string {
  const count = (kind: Tried['finding']['kind']) => tried.filter(({ finding }) => finding.kind === kind).length;
  return `${count('asBelieved')} as believed, ${count('otherwise')} otherwise, ${count('notTried')} not tried`;
}

/** The report that may be sent to us: no names, no tokens, no ids and no words of the tenant, since findings hold none. */
export function report(tried: readonly Tried[], on: { readonly date: string; readonly version: string; readonly embedded: boolean }): string {
  const beliefs = tried.map(({ belief: { id, claim, source, played }, finding }) => ({ id, claim, source, played, ...finding }));
  return `${JSON.stringify({ tour: 1, ...on, beliefs }, null, 2)}\n`;
}
