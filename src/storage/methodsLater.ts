type Methods<Name extends string> = Readonly<Record<Name, (...args: never[]) => Promise<unknown>>>;

/** These methods of a part of the app that is fetched when the first of them is called; what the fetch throws, they throw. */
export function methodsLater<Name extends string, Part extends Methods<Name>>(part: () => Promise<Part>, names: readonly Name[]): Pick<Part, Name> {
  const methods = names.map((name) => [name, async (...args: never[]) => (await part())[name](...args)]);
  // Made of the same names: that each stands for its own method is what the compiler cannot see.
  return Object.fromEntries(methods) as Pick<Part, Name>;
}
