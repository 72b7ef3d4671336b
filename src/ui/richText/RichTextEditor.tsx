import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { EditorState } from 'prosemirror-state';
import { useLayoutEffect, useRef, useState } from 'react';
import { useProseStyles } from '../prose/Prose.tsx';
import { LinkForm } from './LinkForm.tsx';
import { linkAt, setLink } from './textCommands.ts';
import { TextEditing } from './TextEditing.ts';
import { TextToolbar } from './TextToolbar.tsx';

const useStyles = makeStyles({
  frame: {
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    // A border, since high contrast takes shadows and backgrounds away.
    ':focus-within': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
  },
  text: {
    maxHeight: '50vh',
    overflowY: 'auto',
    maxWidth: 'none',
    '& .ProseMirror': {
      minHeight: '44px',
      padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
      outline: 'none',
      whiteSpace: 'break-spaces',
      overflowWrap: 'anywhere',
      position: 'relative',
    },
    '& .ProseMirror p': { margin: `0 0 ${tokens.spacingVerticalS}` },
    '& .ProseMirror > :last-child': { marginBottom: 0 },
    '& .ProseMirror li > p': { margin: 0 },
    '& .ProseMirror [data-raw]': { backgroundColor: tokens.colorNeutralBackground3, whiteSpace: 'pre-wrap', fontSize: tokens.fontSizeBase200 },
    '& .ProseMirror li[data-checked="true"]': { listStyleType: '"☑ "' },
    '& .ProseMirror li[data-checked="false"]': { listStyleType: '"☐ "' },
    '& .ProseMirror .selectedCell': { backgroundColor: tokens.colorNeutralBackground1Selected },
    '& .ProseMirror-selectednode': { outline: `2px solid ${tokens.colorCompoundBrandStroke}` },
    '& .ProseMirror td, & .ProseMirror th': { minWidth: '3rem' },
  },
});

export interface RichTextEditorProps {
  /** What the field around gives its control: id, aria-labelledby, aria-describedby. */
  readonly control: Readonly<Record<string, string>>;
  /** CommonMark. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The person has gone on to something else on the page. */
  readonly onLeave?: (() => void) | undefined;
  /** Whether the cursor is to stand in it from the beginning. */
  readonly takesFocus: boolean;
}

/** CommonMark as it will be read, and written there. */
export default function RichTextEditor({ control, value, onChange, onLeave, takesFocus }: RichTextEditorProps) {
  const styles = useStyles();
  const prose = useProseStyles();
  const [editing, setEditing] = useState<TextEditing | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [isLinking, setLinking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const told = useRef(onChange);
  const first = useRef({ value, control, takesFocus });
  useLayoutEffect(() => {
    told.current = onChange;
  });
  // In the moment the ordinary field goes, so that no key falls between the two.
  useLayoutEffect(() => {
    if (!place.current) return;
    const { value: begun, control: own, takesFocus: focused } = first.current;
    const made = new TextEditing(
      place.current,
      begun,
      { role: 'textbox', 'aria-multiline': 'true', ...own },
      {
        onText: (text) => told.current(text),
        onState: setState,
        onFocus: () => setLinking(false),
      },
    );
    setEditing(made);
    setState(made.view.state);
    if (focused) made.focusAtEnd();
    return () => {
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => editing?.take(value), [editing, value]);
  const view = editing?.view;
  const link = (address: string | null) => {
    if (view) setLink(address)(view.state, view.dispatch);
    view?.focus();
  };
  return (
    // What the editor took of a key is not the form's any more (Ctrl+Z takes back a word, not a line of the agenda).
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.frame}
      onKeyDown={(key) => key.isDefaultPrevented() && key.stopPropagation()}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onLeave?.()}
    >
      {/* Below, so that Tab goes from the field before straight to the text. */}
      <div ref={place} className={mergeClasses(prose.prose, styles.text)} />
      {view && state && <TextToolbar view={view} state={state} isLinking={isLinking} onLink={() => setLinking(!isLinking)} />}
      {isLinking && state && <LinkForm address={linkAt(state)} onSet={link} onCancel={() => view?.focus()} />}
    </div>
  );
}
