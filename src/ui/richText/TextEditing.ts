import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { isTooHeavy } from '../../meeting/proseBudget.ts';
import { paste } from './pasteText.ts';
import { TextPrinter } from './printText.ts';
import { readText } from './readText.ts';
import { nodeType } from './textSchema.ts';
import { textPlugins } from './textPlugins.ts';

export interface TextEditingHooks {
  /** For each change, the whole text as CommonMark. */
  readonly onText: (text: string) => void;
  /** For each change of the text or of where the cursor stands. */
  readonly onState: (state: EditorState) => void;
  readonly onFocus: () => void;
}

/** An editor on the page over a text that its owner keeps. */
export class TextEditing {
  readonly view: EditorView;
  readonly #hooks: TextEditingHooks;
  #printer: TextPrinter;
  #text: string;
  /** What was told and has not come back as the owner's text yet. */
  #told: string[] = [];

  constructor(place: HTMLElement, text: string, attributes: Readonly<Record<string, string>>, hooks: TextEditingHooks) {
    const open = readText(text);
    this.#text = text;
    this.#hooks = hooks;
    this.#printer = new TextPrinter(open);
    this.view = new EditorView(place, {
      state: EditorState.create({ doc: open.doc, plugins: textPlugins() }),
      attributes: { ...attributes },
      dispatchTransaction: (tr) => {
        const state = this.view.state.apply(tr);
        this.view.updateState(state);
        if (tr.docChanged) this.#tell(this.#printer.print(state.doc));
        hooks.onState(state);
      },
      handlePaste: (_view, event) => this.#paste(event),
      handleDOMEvents: { focus: () => (hooks.onFocus(), false), keydown: (_, key) => isOfTheForm(key) },
    });
  }

  /** The owner's text: where it is another than what was typed here (a phrase, a merged one), it takes its place. */
  take(text: string): void {
    const echo = this.#told.lastIndexOf(text);
    if (echo >= 0) this.#told = this.#told.slice(echo + 1);
    if (echo >= 0 || text === this.#text) return;
    const open = readText(text);
    this.#text = text;
    this.#told = [];
    this.#printer = new TextPrinter(open);
    const at = Math.min(this.view.state.selection.head, open.doc.content.size);
    const state = EditorState.create({ doc: open.doc, selection: Selection.near(open.doc.resolve(at), -1), plugins: textPlugins() });
    this.view.updateState(state);
    this.#hooks.onState(state);
  }

  /** A space that was typed last is no part of CommonMark, but of the sentence somebody is in the middle of. */
  focusAtEnd(): void {
    const tr = this.view.state.tr.setSelection(Selection.atEnd(this.view.state.doc));
    if (this.#text.endsWith(' ') && tr.selection.$head.parent.type.name === 'paragraph') tr.insertText(' ');
    this.view.dispatch(tr);
    this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }

  #tell(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#told.push(text);
    this.#hooks.onText(text);
  }

  #paste(event: ClipboardEvent): boolean {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (html === '' && text === '') return false;
    if (isTooHeavy(`${this.#text}\n\n${text}`)) {
      this.#tell(this.#around(text));
      return true;
    }
    // What was copied in an editor like this one is put in as it was there.
    if (html.includes('data-pm-slice')) return false;
    void paste(this.view, html, text);
    return true;
  }

  /** The text with a paste in it that is too long for this editor: as it was typed, a paragraph of its own. */
  #around(pasted: string): string {
    const { doc, selection } = this.view.state;
    const part = (from: number, to: number) => this.#printer.print(nodeType('doc').create(null, doc.cut(from, to).content)).trim();
    return [part(0, selection.from), pasted, part(selection.to, doc.content.size)].filter((text) => text !== '').join('\n\n');
  }
}

/** The editor would take Enter with Ctrl and Escape from the form around it and do nothing with them. */
function isOfTheForm({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey));
}
