type Verbs = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/**
 * A group of verbs that is fetched when the first of them is called; what the fetch throws, they throw. It knows no names, which would stand in every first
 * agenda: whatever is asked of it is a verb of the group, and the same one each time. That there is one is what the compiler sees to.
 */
export function groupLater<Group extends Verbs>(group: () => Promise<Group>): Group {
  const verbs = new Proxy<Record<string, Verbs[string]>>(
    {},
    {
      get: (made, name) => {
        // Whoever waits for the group itself looks whether it is a promise.
        if (typeof name === 'symbol' || name === 'then') return undefined;
        return (made[name] ??= async (...args: never[]) => (await group())[name]?.(...args));
      },
    },
  );
  return verbs as Group;
}
