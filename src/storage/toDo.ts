import type { Graph } from '../graph/client.ts';
import { createTask, markTask, moveTask, taskLists, tasksIn, type Task } from '../graph/toDoTasks.ts';
import { Failure } from '../meeting/errors.ts';
import { dayOfMidnight } from '../meeting/danishTime.ts';
import { cutText } from '../meeting/cut.ts';
import { translated } from './failure.ts';

/** What Dagsorden signs its tasks with. */
const APPLICATION = 'Dagsorden';
/** As many characters as a task's title holds. */
const TITLE_LIMIT = 255;

/** What is to be done, as it is put in a To Do. */
export interface ToDoEntry {
  /** What the task is known by. */
  readonly id: string;
  readonly title: string;
  /** ISO day; null for none. */
  readonly due: string | null;
  /** The https address of the minutes it comes from, and what the link is called. */
  readonly link: string;
  readonly linkWords: string;
}

/** A task of Dagsorden's, where it stands now: a person may have moved it to another list. */
export interface ToDoTask extends Omit<Task, 'due'> {
  readonly listId: string;
  /** ISO day; null for none. */
  readonly due: string | null;
}

/** My own To Do. Throws ConsentMissing where the tenant does not let the app reach it. */
export interface ToDo {
  /** Every task of Dagsorden's in my To Do, by the id it is known by. */
  tasks(): Promise<ReadonlyMap<string, ToDoTask>>;
  /** Puts one in, unless it is there: also one whose answer was lost is found, and not made twice. */
  put(entry: ToDoEntry): Promise<void>;
  /** Says that it is done, or to be done again. Throws Conflict where the person has just changed it. */
  mark(task: ToDoTask, isDone: boolean): Promise<void>;
  /** Gives it another day, or none. Throws Conflict where the person has just changed it. */
  move(task: ToDoTask, due: string | null): Promise<void>;
}

export function toDoOf(graph: Graph): ToDo {
  return {
    tasks: () => translated('Reading my tasks', async () => (await everything(graph)).tasks),
    put: (entry) =>
      translated('Putting a task in my To Do', async () => {
        const { tasks, defaultList } = await everything(graph);
        if (tasks.has(entry.id)) return;
        if (defaultList === null) throw new Failure('NotFound', 'There is no first list of tasks');
        const title = entry.title.replace(/\s+/g, ' ').trim();
        await createTask(graph, defaultList, {
          title: title.length <= TITLE_LIMIT ? title : `${cutText(title, TITLE_LIMIT - 1)}…`,
          due: entry.due,
          link: { applicationName: APPLICATION, externalId: entry.id, webUrl: entry.link, displayName: entry.linkWords },
        });
      }),
    mark: (task, isDone) => translated('Marking a task', () => markTask(graph, task.listId, task, isDone)),
    move: (task, due) => translated('Moving a task', () => moveTask(graph, task.listId, task, due)),
  };
}

/** All lists are looked through: whoever moves a task keeps what it is linked to. Mails with a flag are none of ours. */
async function everything(graph: Graph): Promise<{ readonly tasks: ReadonlyMap<string, ToDoTask>; readonly defaultList: string | null }> {
  const lists = await taskLists(graph);
  const tasks = new Map<string, ToDoTask>();
  for (const { id: listId, wellknownListName } of lists) {
    if (wellknownListName === 'flaggedEmails') continue;
    for (const task of await tasksIn(graph, listId)) {
      for (const { externalId, applicationName } of task.linked) {
        const first = tasks.get(externalId);
        // Of two, which only two devices at one moment make, the older one counts.
        if (applicationName === APPLICATION && (first === undefined || task.createdAt < first.createdAt))
          tasks.set(externalId, { ...task, listId, due: dayOf(task.due) });
      }
    }
  }
  return { tasks, defaultList: lists.find(({ wellknownListName }) => wellknownListName === 'defaultList')?.id ?? null };
}

/** To Do knows days alone; as a time it is a midnight of some zone, or said to be UTC's. */
function dayOf(due: Task['due']): string | null {
  if (due === null) return null;
  const midnight = `${due.dateTime.slice(0, 19)}Z`;
  if (Number.isNaN(Date.parse(midnight))) return null;
  return due.timeZone === null || due.timeZone === 'UTC' ? dayOfMidnight(midnight) : due.dateTime.slice(0, 10);
}
