import type { Caller, Route } from './call.ts';
import { denied, type GraphError } from './graphError.ts';

/** The refusal of a call whose token carries none of the scopes the route asks for, or undefined when one fits. */
export function missingScope(route: Route, caller: Caller): GraphError | undefined {
  if (route.scopes.length === 0 || route.scopes.some((scope) => caller.scopes.has(scope))) return undefined;
  return denied(
    route.workload,
    `Missing scope permissions on the request. API requires one of '${route.scopes.join(', ')}'. Scopes on the request '${[...caller.scopes].join(', ')}'`,
  );
}
