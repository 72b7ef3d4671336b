import { Field, type FieldControlProps } from '@fluentui/react-components';
import { Suspense, useMemo, useRef, useState } from 'react';
import { isTooHeavy } from '../../meeting/proseBudget.ts';
import { PartBoundary } from '../kit/states/PartBoundary.tsx';
import { PlainTextField } from './PlainTextField.tsx';
import { useEditorPart } from './useEditorPart.ts';

export interface RichTextFieldProps {
  readonly label: string;
  /** CommonMark. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The person has gone on to another field. */
  readonly onLeave?: () => void;
  /** Whether the editor is fetched at once, or only where the text has a form (bold, a list, a table) or somebody asks for it. */
  readonly begins: 'formatted' | 'plain';
  /** The name of the field, for whoever looks where the focus is. */
  readonly name?: string;
}

/** Bold, italic, a heading, a list, a table or a link: what an ordinary field would show as signs. */
const FORMED = /\*\*|__|(?:^|\s)[*_]\S|^ {0,3}(?:#{1,6} |[-*+] |\d+[.)] |>|\|)|\]\(|\\$/m;

/**
 * A text with bold words, lists, tables and links, stored as CommonMark. An ordinary field stands there until the editor has come, where it cannot
 * be fetched, and over texts that are too long for it; whatever is typed in either is the same text.
 */
export function RichTextField({ label, value, onChange, onLeave, begins, name }: RichTextFieldProps) {
  const tooLong = useMemo(() => isTooHeavy(value), [value]);
  const [asked, setAsked] = useState(false);
  // Where somebody has begun to write in the ordinary field, it is not taken from under their hands; it is changed when they come back to it.
  const [isHeld, setHeld] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const wanted = !tooLong && (asked || begins === 'formatted' || FORMED.test(value));
  const { Editor, failed } = useEditorPart(wanted);
  const area = useRef<HTMLDivElement>(null);
  const plain = (control: FieldControlProps) => (
    <PlainTextField
      control={control}
      value={value}
      onChange={(text, isTyped) => {
        setHeld(isTyped);
        onChange(text);
      }}
      onFocus={() => {
        setHeld(false);
        setFocus(true);
      }}
      onBlur={() => {
        setFocus(false);
        onLeave?.();
      }}
      tooLong={tooLong}
      failed={failed}
      onFormat={
        wanted
          ? null
          : () => {
              setHeld(false);
              setAsked(true);
            }
      }
    />
  );
  const focusText = () => area.current?.querySelector<HTMLElement>('[role=textbox]')?.focus();
  return (
    <Field label={{ children: label, onClick: focusText }} data-field={name}>
      {(control: FieldControlProps) =>
        Editor === null || !wanted || isHeld ? (
          plain(control)
        ) : (
          <div ref={area}>
            <PartBoundary otherwise={() => plain(control)}>
              <Suspense fallback={null}>
                <Editor control={namesOf(control)} value={value} onChange={onChange} onLeave={onLeave} takesFocus={hasFocus || asked} />
              </Suspense>
            </PartBoundary>
          </div>
        )
      }
    </Field>
  );
}

/** What names and describes the control, as attributes of any element. */
function namesOf(control: FieldControlProps): Readonly<Record<string, string>> {
  const names = ['id', 'aria-labelledby', 'aria-describedby'] as const;
  return Object.fromEntries(names.flatMap((name) => (control[name] === undefined ? [] : [[name, control[name]]])));
}
