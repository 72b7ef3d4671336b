/** An answer that is not a success, in Graph's own words: `{"error":{"code","message","innerError"}}`. Thrown by handlers, written by the gateway. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  /** A more precise code nested inside `innerError`, as SharePoint gives. */
  readonly innerCode: string | undefined;

  constructor(status: number, code: string, message: string, more: { headers?: Record<string, string>; innerCode?: string } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.innerCode = more.innerCode;
  }
}

/** Which service behind Graph a route belongs to; each refuses in its own dialect. */
export type Workload = 'directory' | 'outlook' | 'sharepoint' | 'teams' | 'todo' | 'planner';

/** 403: the signed-in person, or the scopes on the token, do not reach this. */
export function denied(workload: Workload, detail?: string): GraphError {
  switch (workload) {
    case 'directory':
      return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    case 'outlook':
    case 'todo':
      return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'sharepoint':
      return new GraphError(403, 'accessDenied', 'Access denied');
    case 'teams':
      return new GraphError(403, 'Forbidden', detail ?? 'Forbidden');
    case 'planner':
      return new GraphError(403, '', 'You do not have the required permissions to access this item.');
  }
}

/** 404 in the words of the service asked. */
export function missing(workload: Workload, what = 'The resource'): GraphError {
  switch (workload) {
    case 'directory':
      return new GraphError(
        404,
        'Request_ResourceNotFound',
        `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
      );
    case 'outlook':
      return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
    case 'sharepoint':
      return new GraphError(404, 'itemNotFound', 'The resource could not be found.');
    case 'teams':
      return new GraphError(404, 'NotFound', 'NotFound');
    case 'todo':
      return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
    case 'planner':
      return new GraphError(404, '', 'The requested item is not found.');
  }
}

/** 400 in the words of the service asked. */
export function refused(workload: Workload, message: string): GraphError {
  switch (workload) {
    case 'directory':
      return new GraphError(400, 'Request_BadRequest', message);
    case 'outlook':
      return new GraphError(400, 'ErrorInvalidRequest', message);
    case 'sharepoint':
      return new GraphError(400, 'invalidRequest', message);
    case 'teams':
      return new GraphError(400, 'BadRequest', message);
    case 'todo':
      return new GraphError(400, 'invalidRequest', message);
    case 'planner':
      return new GraphError(400, '', message);
  }
}

/** 400 from the front door itself: a query option or a body that cannot be parsed. */
export function malformed(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
