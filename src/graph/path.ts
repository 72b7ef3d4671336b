/** Writes a path with each value encoded as one segment: path`/me/events/${id}`. Event ids hold "/" and "+" in some hosts (gd#6069). */
export function path(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: strings }, ...values.map((value) => encodeURIComponent(value)));
}

/** Adds OData options in the order given; `undefined` ones are left out. */
export function query(base: string, options: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? base : `${base}?${parts.join('&')}`;
}

/** A string literal of OData, quotes doubled. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
