import { withLater } from '../storage/withLater.ts';

type Verbs = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** A group of verbs that is fetched when the first of them is called. */
export const groupLater = <Group extends Verbs>(group: () => Promise<Group>): Group => withLater({}, group) as Group;
