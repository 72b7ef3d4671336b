/** The part of hyphen 1.14 that is used here; it comes without types. */
declare module 'hyphen/da/index.js' {
  export function hyphenateSync(text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }): string;
}
