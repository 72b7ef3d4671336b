/** The shape a translation must have: every key of the Danish file, any words. A missing or surplus key fails the type check. */
export type SameKeys<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : SameKeys<Words[Key]> };
