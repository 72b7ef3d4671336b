/**
 * A table that spreadsheets open: semicolons, as Danish ones expect, lines that end as RFC 4180 has it, and a mark that it is UTF-8.
 * Text that a spreadsheet would take for a formula is told to be text.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((value) => (typeof value === 'number' ? String(value) : cell(value))).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const safe = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[";]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
