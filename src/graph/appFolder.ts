import * as v from 'valibot';
import type { Graph } from './client.ts';
import { download } from './ownAddress.ts';
import { parse } from './parse.ts';
import { path } from './path.ts';
import { scopes } from './scopes.ts';

/** A text in the person's own OneDrive, in the folder that only this app reaches. */
export interface AppText {
  readonly text: string;
  readonly etag: string;
}

const file = v.object({ eTag: v.string(), '@microsoft.graph.downloadUrl': v.string() });
const kept = v.object({ eTag: v.string() });

/** `name` is one segment. GraphFailure notFound where there is none yet. */
export async function readAppText(graph: Graph, name: string): Promise<AppText> {
  const { body } = await graph.request({ path: `/me/drive/special/approot:${path`/${name}`}`, scopes: scopes.notes });
  const { eTag, '@microsoft.graph.downloadUrl': address } = parse(file, body, 'a file of the app');
  return { text: await (await download(address)).text(), etag: eTag };
}

/** With `etag` only over the version that was read (GraphFailure conflict); with null only where there is none yet. */
export async function writeAppText(graph: Graph, name: string, text: string, etag: string | null): Promise<AppText> {
  const conflict = etag === null ? '?@microsoft.graph.conflictBehavior=fail' : '';
  const { body } = await graph.request({
    method: 'PUT',
    path: `/me/drive/special/approot:${path`/${name}`}:/content${conflict}`,
    headers: { 'Content-Type': 'text/markdown', ...(etag !== null && { 'If-Match': etag }) },
    body: new Blob([text]),
    scopes: scopes.notes,
  });
  return { text, etag: parse(kept, body, 'a file of the app').eTag };
}
