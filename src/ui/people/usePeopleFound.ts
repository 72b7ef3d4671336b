import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Person } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';

/** So long (ms) the typing rests before colleagues are looked for. */
const PAUSE = 250;
/** One letter finds everybody. */
const FEWEST = 2;

export interface PeopleFound {
  readonly people: readonly Person[];
  /** There was somebody to look for, and the directory has nobody of that name. */
  readonly isNobody: boolean;
  readonly isError: boolean;
}

/** Colleagues by what stands in a field, looked for once the typing has paused. */
export function usePeopleFound(text: string): PeopleFound {
  const commands = useCommands();
  const wanted = usePaused(text.trim());
  const isWanted = wanted.length >= FEWEST;
  const { data, isError, isSuccess, isPlaceholderData } = useQuery({
    queryKey: ['people', wanted],
    queryFn: () => commands.attendance.searchPeople(wanted),
    enabled: isWanted,
    // Whoever was found by fewer letters stays while more are looked for: a list that goes away in between takes the press on it along.
    placeholderData: (before: readonly Person[] | undefined) => before?.filter((person) => isNamed(person, wanted)),
  });
  const people = isWanted ? (data ?? []) : [];
  return { people, isNobody: isWanted && isSuccess && !isPlaceholderData && people.length === 0, isError };
}

const isNamed = ({ name, email }: Person, letters: string): boolean =>
  [name, email ?? ''].some((words) => words.toLocaleLowerCase('da').includes(letters.toLocaleLowerCase('da')));

/** The text once the typing has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
