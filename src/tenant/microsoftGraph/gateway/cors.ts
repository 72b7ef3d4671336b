import type { IncomingMessage, ServerResponse } from 'node:http';

const readable = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'WWW-Authenticate',
  'SdkVersion',
].join(', ');

/** What lets a page of another origin read the answer. Graph answers any origin and carries no cookies. */
export function corsHeaders(request: IncomingMessage): Record<string, string> {
  return request.headers.origin === undefined ? {} : { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': readable };
}

/** OPTIONS is answered without a token and allows whatever headers the client announces. */
export function preflight(request: IncomingMessage, response: ServerResponse, trace: Record<string, string>): void {
  response.writeHead(200, {
    ...trace,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '3600',
    'Content-Length': '0',
  });
  response.end();
}
