import type { IncomingMessage, ServerResponse } from 'node:http';
import { newKey } from '../../ids.ts';
import type { Tenant } from '../../tenant.ts';
import { corsHeaders, preflight } from '../gateway/cors.ts';
import { contentOf, itemBy, type DriveItem } from './driveStore.ts';

interface Ticket {
  readonly drive: string;
  readonly item: string;
  readonly expires: number;
}

/** Lives as long as the process: an address of a file is short-lived (graph driveitem-get-content). */
const tickets = new WeakMap<Tenant, Map<string, Ticket>>();
const lifetimeMs = 60 * 60_000;

/** The address on SharePoint's host that the file's content is had from without a token. */
export function downloadUrl(tenant: Tenant, item: DriveItem): string {
  const own = tickets.get(tenant) ?? new Map<string, Ticket>();
  tickets.set(tenant, own);
  const key = newKey(43);
  own.set(key, { drive: item.drive, item: item.id, expires: tenant.now() + lifetimeMs });
  return `${tenant.uploadOrigin}/download/${key}`;
}

/** Answers such an address. Whether SharePoint ignores a token that comes along is not known: here it is refused, as at an upload session. */
export function serveDownload(tenant: Tenant, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'OPTIONS') return preflight(request, response, {});
  const key = (request.url ?? '').slice('/download/'.length).split('?')[0] ?? '';
  const ticket = tickets.get(tenant)?.get(key);
  const item = ticket && ticket.expires >= tenant.now() ? itemBy(tenant.db, ticket.drive, ticket.item) : undefined;
  const status = request.headers.authorization !== undefined ? 401 : request.method !== 'GET' ? 405 : item === undefined ? 404 : 200;
  const content = status === 200 && item !== undefined ? contentOf(tenant.db, item) : new Uint8Array();
  response.writeHead(status, {
    ...corsHeaders(request),
    'Content-Type': item?.body.mimeType ?? 'application/octet-stream',
    'Content-Length': String(content.length),
  });
  response.end(content);
}
