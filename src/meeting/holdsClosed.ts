/** Does this plain data, whatever it is, hold anything that is marked as closed? For what is about to leave the app, as an order that is given up. */
export function holdsClosed(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(data).some(([name, value]) => (name === 'openness' && value !== 'open') || holdsClosed(value));
}
