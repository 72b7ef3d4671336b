/**
 * Thrown by an order that has come so far and goes on later by itself: what is left of it can still be taken back until then. It is kept, other orders go
 * before it, and a closed pane's is sent by the next one.
 */
export class Held extends Error {
  /** Milliseconds since 1970. */
  readonly until: number;

  constructor(until: number) {
    super('The order goes on later');
    this.name = 'Held';
    this.until = until;
  }
}
