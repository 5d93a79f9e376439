import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { openSource } from './source-view.ts';

function open(text: string) {
  const parent = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' });
  const nothing = () => undefined;
  const view = openSource({
    parent,
    file: 'concepts/work/night.md',
    text,
    label: 'Source',
    hint: 'Tab indents.',
    isReadOnly: false,
    phrases: {},
    onTyped: nothing,
    onChange: nothing,
    onUndo: nothing,
    onRedo: nothing,
    outline: () => null,
  });
  const content = parent.querySelector('.cm-editor');
  const editor = content instanceof HTMLElement ? EditorView.findFromDOM(content) : null;
  if (editor === null) throw new Error('no editor');
  const type = (insert: string) => {
    editor.dispatch({ changes: { from: editor.state.doc.length, insert } });
    view.tell(editor.state.doc.toString());
  };
  return { parent, view, type, text: () => editor.state.doc.toString() };
}

test('what was told and comes back late does not undo what was typed since', () => {
  const { view, type, text } = open('a');
  type('b');
  type('c');
  view.setText('ab', 0);
  expect(text()).toBe('abc');
});

test('the same text in another turn of the draft was brought back, and stands', () => {
  const { view, type, text } = open('a');
  type('b');
  type('c');
  view.setText('ab', 1);
  expect(text()).toBe('ab');
});

test('nothing is left of a closed editor', () => {
  const { parent, view } = open('a');
  view.destroy();
  expect(parent.querySelector('p, .cm-editor')).toBeNull();
});
