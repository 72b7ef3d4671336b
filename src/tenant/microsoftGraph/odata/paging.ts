import type { GraphCall } from '../gateway/call.ts';

/** The address of the next page: the request's own, absolute, with one option replaced. Clients follow it verbatim. */
export function nextLink(call: GraphCall, option: string, value: string): string {
  const mark = call.target.indexOf('?');
  const path = mark < 0 ? call.target : call.target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : call.target.slice(mark + 1));
  for (const name of [...query.keys()]) if (name.replace('$', '').toLowerCase() === option.replace('$', '').toLowerCase()) query.delete(name);
  query.set(option, value);
  return `${call.tenant.origin}/v1.0${path}?${query.toString().replaceAll('%24', '$').replaceAll('+', '%20')}`;
}

export function context(call: GraphCall, what: string): string {
  return `${call.tenant.origin}/v1.0/$metadata#${what}`;
}
