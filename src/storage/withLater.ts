type Method = (...args: never[]) => Promise<unknown>;

/**
 * These methods, and whatever else is asked: that is a method of a part of the app which is fetched when the first of them is called, and the same one each
 * time. What the fetch throws, they throw. It knows no names, which would stand in every first agenda: that there is such a method is what the compiler sees
 * to.
 */
export function withLater<Own extends object, Part extends object>(own: Own, part: () => Promise<Part>): Own & Omit<Part, keyof Own> {
  const made: Partial<Record<string, Method>> = {};
  const methods = new Proxy(own, {
    get: (target, name, receiver) => {
      // Whoever waits for it looks whether it is a promise.
      if (name in target || typeof name === 'symbol' || name === 'then') return Reflect.get(target, name, receiver) as unknown;
      return (made[name] ??= async (...args: never[]) => ((await part()) as Readonly<Record<string, Method>>)[name]?.(...args));
    },
  });
  return methods as Own & Omit<Part, keyof Own>;
}
