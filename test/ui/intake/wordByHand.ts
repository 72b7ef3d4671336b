/** What somebody presses and clicks beside the letters of the texts themselves. */
export interface Effort {
  readonly keys: number;
  readonly clicks: number;
}

/**
 * The same agenda made in Word from the document of the last meeting, and put into the invitation, by somebody who knows the shortest way. Nothing
 * is counted for finding the document among others, nor for mending what Word does to a pasted table.
 */
export function costOfWriting(items: number): Effort {
  const once = [
    // Word is opened, and in it the document of the last meeting, from the list of recent ones.
    { keys: 0, clicks: 2 },
    // F12, the new name's date typed over the old one's, Enter.
    { keys: 1 + 10 + 1, clicks: 1 },
    // The date in the head: marked by a double click, typed anew.
    { keys: 10, clicks: 2 },
    // Ctrl+A, Ctrl+C; over to the invitation, into its text, Ctrl+V.
    { keys: 2 + 2 + 2, clicks: 2 },
  ];
  // The old title: into its line, Home, Shift+End. The old text: a paragraph is marked by three clicks. The letters of both are typed in either way.
  const each = { keys: 1 + 2, clicks: 1 + 3 };
  const sum = (part: 'keys' | 'clicks') => once.reduce((total, step) => total + step[part], items * each[part]);
  return { keys: sum('keys'), clicks: sum('clicks') };
}
