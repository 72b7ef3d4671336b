// The same list in plain Fluent UI, to hold the editor against: a line is three controls, one line stands open as a form, and every key draws the list anew.
import { Button, Field, FluentProvider, Input, Textarea, webLightTheme } from '@fluentui/react-components';
import { MoreHorizontalRegular, ReOrderDotsVerticalRegular } from '@fluentui/react-icons';
import { useState, type PointerEvent } from 'react';
import { createRoot } from 'react-dom/client';

interface Line {
  readonly id: number;
  readonly title: string;
}

/** How many lines the address asks for. */
const COUNT = Number(new URLSearchParams(location.search).get('lines') ?? 200);

function moved(lines: readonly Line[], id: number, to: number): readonly Line[] {
  const rest = lines.filter((line) => line.id !== id);
  const line = lines.find((each) => each.id === id);
  return line === undefined ? lines : [...rest.slice(0, to), line, ...rest.slice(to)];
}

function List() {
  const [lines, setLines] = useState<readonly Line[]>(() =>
    Array.from({ length: COUNT }, (_, place) => ({ id: place, title: `Punkt ${place + 1}` })),
  );
  const [open, setOpen] = useState<number | null>(null);
  const [carried, setCarried] = useState<number | null>(null);
  const change = (id: number, title: string) => setLines(lines.map((line) => (line.id === id ? { ...line, title } : line)));
  const over = (event: PointerEvent) => {
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-line]');
    if (carried !== null && under) setLines(moved(lines, carried, [...(under.parentElement?.children ?? [])].indexOf(under)));
  };
  return (
    <ol onPointerMove={carried === null ? undefined : over} onPointerUp={() => setCarried(null)}>
      {lines.map((line, place) => (
        <li key={line.id} data-line={line.id}>
          {line.id === open ? (
            <>
              <Field label="Overskrift">
                <Input value={line.title} onChange={(_, { value }) => change(line.id, value)} />
              </Field>
              <Field label="Tekst">
                <Textarea />
              </Field>
            </>
          ) : (
            <>
              <Button
                appearance="transparent"
                icon={<ReOrderDotsVerticalRegular />}
                aria-label={`Træk ${line.title}`}
                onPointerDown={() => setCarried(line.id)}
              />
              <Button
                appearance="subtle"
                data-title
                onClick={() => setOpen(line.id)}
                onKeyDown={({ altKey, key }) => {
                  if (altKey && key === 'ArrowDown') setLines(moved(lines, line.id, place + 1));
                }}
              >
                {line.title}
              </Button>
              <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={`Mere om ${line.title}`} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const place = document.body.appendChild(document.createElement('div'));
createRoot(place).render(
  <FluentProvider theme={webLightTheme}>
    <List />
  </FluentProvider>,
);
