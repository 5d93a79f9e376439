import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Outline } from '#state/author/report.ts';
import { completeAt } from './completion.ts';
import { sourceLook } from './source-look.ts';

/** A problem as a mark in the text. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly words: string;
}

export interface SourceOptions {
  readonly parent: ShadowRoot;
  readonly file: string;
  readonly text: string;
  readonly label: string;
  /** What is to be known before a key is pressed; it is said, and stands elsewhere to be seen. */
  readonly hint: string;
  readonly isReadOnly: boolean;
  readonly phrases: Readonly<Record<string, string>>;
  /** With each letter. */
  readonly onTyped: (text: string) => void;
  /** What was told. */
  readonly onChange: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly outline: () => Outline | null;
}

/** The editor of one source file. */
export interface SourceView {
  /** Hands on what was typed. */
  readonly tell: (text: string) => void;
  /**
   * Brings the text to where it stands elsewhere; the cursor stays by its words.
   * @param turn of the draft: in another one, the text is not what was told, even if it is the same as before
   */
  readonly setText: (text: string, turn: number) => void;
  readonly setMarks: (marks: readonly Mark[]) => void;
  readonly goTo: (line: number, column: number) => void;
  readonly destroy: () => void;
}

/** What came from outside is not to be told again. */
const fromOutside = Annotation.define<true>();

/** A command that is always at its end. */
const run = (act: () => void) => () => {
  act();
  return true;
};

/**
 * Types over a selection. Left to it, the browser keeps the looks of what it replaces in a style attribute, which the
 * policy of the page forbids.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { state } = view;
  const isTyped = event.inputType === 'insertText' && event.data !== null && !event.isComposing;
  if (!isTyped || state.readOnly || state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(state.replaceSelection(event.data ?? ''), { userEvent: 'input.type' });
  return true;
}

const HINT = 'hint';

function extensionsOf(options: SourceOptions): Extension[] {
  const { file, label, isReadOnly, phrases } = options;
  return [
    file === 'pack.yaml' ? yaml() : yamlFrontmatter({ content: markdown() }),
    lineNumbers(),
    EditorView.lineWrapping,
    search({ top: true }),
    highlightSelectionMatches(),
    autocompletion({
      override: [(context) => completeAt(file, options.outline(), context)],
      icons: false,
    }),
    // The draft's own history is the one that counts: it holds what the form has done as well.
    keymap.of([
      { key: 'Mod-z', run: run(options.onUndo) },
      { key: 'Mod-y', run: run(options.onRedo) },
      { key: 'Mod-Shift-z', run: run(options.onRedo) },
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorView.domEventHandlers({ beforeinput: typeOver }),
    sourceLook,
    EditorState.phrases.of(phrases),
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': HINT,
      tabindex: '0',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    EditorView.updateListener.of((update) => {
      const isOurs = update.transactions.some((one) => one.annotation(fromOutside) === true);
      if (update.docChanged && !isOurs) options.onTyped(update.state.doc.toString());
    }),
  ];
}

/** The place of a mark: its word, or its line when there is none. */
function diagnosticOf(state: EditorState, mark: Mark): Diagnostic {
  const line = state.doc.line(Math.min(Math.max(mark.line, 1), state.doc.lines));
  const from = Math.min(line.from + mark.column - 1, line.to);
  const word = /^[^\s,\]}]+/.exec(state.sliceDoc(from, line.to))?.[0] ?? '';
  const to = word.length > 1 ? from + word.length : line.to;
  return { from, to, severity: mark.severity, message: mark.words };
}

/** An id means something only among what lies in the same root. */
function hintIn({ parent, hint }: SourceOptions): HTMLElement {
  const words = document.createElement('p');
  words.id = HINT;
  words.hidden = true;
  words.textContent = hint;
  parent.append(words);
  return words;
}

/**
 * Puts the editor into a shadow root: there the library adopts constructed style sheets, where in the page it would
 * insert a style element, which the policy forbids.
 */
export function openSource(options: SourceOptions): SourceView {
  /** Told, and not yet come back: what is typed on meanwhile must not be undone by it. */
  const told: string[] = [];
  let seen = 0;
  const hint = hintIn(options);
  const { parent, text: doc } = options;
  const state = EditorState.create({ doc, extensions: extensionsOf(options) });
  const view = new EditorView({ root: parent, parent, state });
  return {
    tell(text) {
      told.push(text);
      options.onChange(text);
    },
    setText(text, turn) {
      if (turn !== seen) told.length = 0;
      seen = turn;
      const echo = told.indexOf(text);
      if (echo >= 0) {
        told.splice(0, echo + 1);
        return;
      }
      told.length = 0;
      const before = view.state.doc.toString();
      if (before === text) return;
      view.dispatch({
        changes: difference(before, text),
        annotations: fromOutside.of(true),
      });
    },
    setMarks(marks) {
      const diagnostics = marks.map((mark) => diagnosticOf(view.state, mark));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(line, column) {
      const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      const anchor = Math.min(from + column - 1, to);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    destroy() {
      view.destroy();
      hint.remove();
    },
  };
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
