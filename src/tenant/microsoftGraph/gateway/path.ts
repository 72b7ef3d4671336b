import { malformed } from './graphError.ts';

/**
 * Cuts a Graph path into decoded segments.
 * `users('x')` and `users/x` are the same; `delta()` loses its brackets; `getByPath(path='a/b')` and `search(q='x')`
 * become the segment pair name + value; SharePoint's colon addressing becomes one segment:
 * `sites/host:/sites/x:/lists` → `sites`, `host:/sites/x`, `lists`; `root:/a/b.docx:/content` → `root:/a/b.docx`, `content`.
 */
export function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  let colon: string[] | undefined;
  for (const raw of path.split('/')) {
    if (colon) {
      if (raw.endsWith(':')) {
        colon.push(decode(raw.slice(0, -1)));
        segments.push(joinColon(segments.pop() ?? '', colon));
        colon = undefined;
      } else colon.push(decode(raw));
      continue;
    }
    if (raw === '') continue;
    const plain = decode(raw);
    if (plain.endsWith(':')) {
      segments.push(plain.slice(0, -1));
      colon = [];
      continue;
    }
    const call = /^([A-Za-z_.$][\w.$]*)\((.*)\)$/s.exec(plain);
    if (!call) {
      segments.push(plain);
      continue;
    }
    segments.push(call[1] ?? '');
    const argument = /^(?:\w+=)?'(.*)'$/s.exec(call[2] ?? '');
    if (argument) segments.push((argument[1] ?? '').replaceAll("''", "'"));
    else if (call[2]) segments.push(call[2]);
  }
  if (colon) segments.push(joinColon(segments.pop() ?? '', colon));
  // A qualified function (`microsoft.graph.delta`) loses its namespace; an extension's id, which has more dots, does not.
  return segments.map((segment) => /^microsoft\.graph\.(\w+)$/.exec(segment)?.[1] ?? segment);
}

function joinColon(head: string, rest: string[]): string {
  return `${head}:/${rest.filter((part) => part !== '').join('/')}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw malformed(`The segment '${segment}' is not correctly encoded.`);
  }
}
