// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createI18n } from '../../../src/ui/i18n/createI18n.ts';
import { TextEditing } from '../../../src/ui/richText/TextEditing.ts';
import { RichTextField } from '../../../src/ui/richText/RichTextField.tsx';

const i18n = await createI18n('da');
await i18n.loadNamespaces(['agendaEditor']);
// jsdom has no layout, which the editor asks for when it scrolls to the cursor.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

let root: Root;
let page: HTMLElement;
let kept = '';

function Owner({ begun, begins }: { begun: string; begins: 'formatted' | 'plain' }) {
  const [value, setValue] = useState(begun);
  kept = value;
  return <RichTextField label="Sagsfremstilling" value={value} onChange={setValue} begins={begins} />;
}

const open = (begun: string, begins: 'formatted' | 'plain') =>
  act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <Owner begun={begun} begins={begins} />
      </I18nextProvider>,
    ),
  );
const editor = () => page.querySelector<HTMLElement>('[role=textbox][contenteditable]');
const area = () => page.querySelector('textarea');

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});
afterEach(async () => {
  await act(() => root.unmount());
  page.remove();
});

/** As a browser tells of a paste. */
function paste(target: Element, html: string, text: string): Event {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : ''), files: [], types: [] },
  });
  target.dispatchEvent(event);
  return event;
}

describe('a field of formatted text', () => {
  test('is an ordinary field until the editor has come, then shows the text as it will be read, under the same label', async () => {
    await open('**Fed** tekst\n\n- et', 'formatted');
    await vi.waitFor(() => expect(editor()?.querySelector('strong')?.textContent).toBe('Fed'));
    const label = document.getElementById(editor()?.getAttribute('aria-labelledby') ?? '');
    expect(label?.textContent).toBe('Sagsfremstilling');
    await vi.waitFor(() => expect(page.querySelector('[role=toolbar]')?.getAttribute('aria-label')).toBe('Formatering'));
    expect(kept).toBe('**Fed** tekst\n\n- et');
  });

  test('leaves the keys of the form around it to the form', async () => {
    await open('Sagen forelægges.', 'formatted');
    await vi.waitFor(() => expect(editor()).not.toBeNull());
    const heard: string[] = [];
    const hear = (key: KeyboardEvent) => heard.push(`${key.key}${key.defaultPrevented ? ' taken' : ''}`);
    document.body.addEventListener('keydown', hear);
    const press = (key: string, keyCode: number, more: KeyboardEventInit = {}) =>
      act(() => void editor()!.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true, ...more })));
    await press('Enter', 13, { ctrlKey: true });
    await press('Enter', 13, { metaKey: true });
    await press('Escape', 27);
    await press('Enter', 13);
    document.body.removeEventListener('keydown', hear);
    expect(heard).toEqual(['Enter', 'Enter', 'Escape']);
    expect(kept).toBe('Sagen forelægges.');
  });

  test('stays ordinary over a short text that has no form', async () => {
    await open('Godkendt.', 'plain');
    await vi.waitFor(() => expect(page.textContent).toContain('Formatér teksten'));
    expect(editor()).toBeNull();
  });

  test('takes a table from Word in an ordinary field as well', async () => {
    await open('Godkendt.', 'plain');
    const field = area()!;
    field.setSelectionRange(9, 9);
    await act(() => void paste(field, '<table><tr><td>År</td><td>Kr.</td></tr><tr><td>2026</td><td>5</td></tr></table>', 'År\tKr.'));
    await vi.waitFor(() => expect(kept).toBe('Godkendt.\n\n| År | Kr. |\n| - | - |\n| 2026 | 5 |'));
    await vi.waitFor(() => expect(editor()?.querySelectorAll('th, td')).toHaveLength(4));
  });

  test('loses nothing of 200,000 characters pasted at once, and says why they stand without formatting', async () => {
    await open('Før', 'formatted');
    await vi.waitFor(() => expect(editor()).not.toBeNull());
    const long = 'Linje med *stjerner* og _streger_, kr. 4.500\n'.repeat(4_700);
    await act(() => void paste(editor()!, `<p>${long}</p>`, long));
    await vi.waitFor(() => expect(area()?.value).toContain(long));
    expect(kept).toContain('Før');
    expect(kept).toContain(long);
    expect(page.textContent).toContain('Teksten er for lang');
  });
});

describe('an editor over a text its owner keeps', () => {
  const begin = (text: string) => {
    const told: string[] = [];
    const editing = new TextEditing(page, text, {}, { onText: (now) => told.push(now), onState: () => {}, onFocus: () => {} });
    return { editing, told };
  };

  test('an earlier text of its own that comes back late takes nothing away; another text takes its place', () => {
    const { editing, told } = begin('');
    editing.view.dispatch(editing.view.state.tr.insertText('a'));
    editing.view.dispatch(editing.view.state.tr.insertText('b'));
    expect(told).toEqual(['a', 'ab']);
    editing.take('a');
    expect(editing.view.state.doc.textContent).toBe('ab');
    editing.take('ab');
    editing.take('Godkendt.');
    expect(editing.view.state.doc.textContent).toBe('Godkendt.');
    expect(told).toHaveLength(2);
    editing.destroy();
  });

  test('somebody who is in the middle of a sentence goes on after the space they typed', () => {
    const { editing, told } = begin('Godkendt ');
    editing.focusAtEnd();
    editing.view.dispatch(editing.view.state.tr.insertText('i dag'));
    expect(told.at(-1)?.trim()).toBe('Godkendt i dag');
    editing.destroy();
  });

  test('what Word gives is put in where the cursor stands', async () => {
    const { editing, told } = begin('Budget');
    editing.focusAtEnd();
    paste(editing.view.dom, '<p class=MsoNormal> <b>2027</b><o:p></o:p></p><p>Ny linje</p>', 'x');
    await vi.waitFor(() => expect(told.at(-1)).toBe('Budget**2027**\n\nNy linje'));
    editing.destroy();
  });
});
