import { malformed } from '../gateway/graphError.ts';

/** One navigation of `$expand` with the options in its brackets (names without `$`, lower case). */
export interface Expansion {
  name: string;
  options: ReadonlyMap<string, string>;
}

/** `fields($select=Title,Key),extensions($filter=id eq 'x')` */
export function parseExpand(text: string | undefined): Expansion[] {
  if (text === undefined) return [];
  return splitTop(text, ',').map((part) => {
    const shape = /^\s*([A-Za-z][\w/]*)\s*(?:\((.*)\))?\s*$/s.exec(part);
    if (!shape) throw malformed(`Parsing OData Select and Expand failed: Term '${part}' is not valid in a $select or $expand expression.`);
    const options = new Map<string, string>();
    for (const option of shape[2] === undefined ? [] : splitTop(shape[2], ';')) {
      const pair = /^\s*\$?([a-z]+)\s*=(.*)$/is.exec(option);
      if (!pair)
        throw malformed(`Parsing OData Select and Expand failed: Found an unbalanced or unknown option '${option}' in a $expand expression.`);
      options.set((pair[1] ?? '').toLowerCase(), (pair[2] ?? '').trim());
    }
    return { name: shape[1] ?? '', options };
  });
}

/** Splits at a sign that stands neither in brackets nor in quotes. */
function splitTop(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const here = text.charAt(at);
    if (here === "'") quoted = !quoted;
    if (quoted) continue;
    if (here === '(') depth += 1;
    if (here === ')') depth -= 1;
    if (depth < 0) break;
    if (here === sign && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (depth !== 0 || quoted) throw malformed(`Parsing OData Select and Expand failed: brackets or quotes in '${text}' do not match.`);
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== '');
}
