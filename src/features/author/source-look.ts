import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours of a source, all from the tokens: custom properties reach into the shadow root. */
export const sourceLook = [
  EditorView.theme({
    '&': { color: 'var(--ink)', background: 'var(--sheet)', blockSize: '100%' },
    '.cm-scroller': {
      fontFamily: 'var(--font-code)',
      fontSize: 'var(--t-2)',
      lineHeight: '1.7',
      overflow: 'auto',
    },
    '.cm-content': { caretColor: 'var(--ink)', paddingBlock: 'var(--s-3)' },
    '.cm-gutters': {
      background: 'var(--sheet)',
      color: 'var(--ink-3)',
      borderInlineEnd: 'var(--hair) solid var(--rule)',
    },
    '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
    '.cm-cursor': { borderInlineStartColor: 'var(--ink)' },
    '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
      background: 'var(--recall-1) !important',
    },
    '.cm-tooltip': {
      background: 'var(--sheet)',
      color: 'var(--ink)',
      border: 'var(--hair) solid var(--rule-strong)',
      maxInlineSize: '28rem',
    },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      background: 'var(--accent)',
      color: 'var(--accent-ink)',
    },
    // The library's own marks are pictures in data addresses, which the policy of the page forbids.
    '.cm-lintRange-error, .cm-lintRange-warning, .cm-lintRange-info, .cm-lintRange-hint, .cm-lintRange-active':
      { backgroundImage: 'none', paddingBottom: '0' },
    '.cm-lintRange-error': { textDecoration: 'underline wavy var(--wrong) 1.5px' },
    '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--warn) 1.5px' },
    '.cm-lintPoint:after': { borderBottomColor: 'var(--warn)' },
    '.cm-lintPoint-error:after': { borderBottomColor: 'var(--wrong)' },
    '.cm-diagnostic': { padding: 'var(--s-2) var(--s-3)', fontFamily: 'var(--font-ui)' },
    '.cm-diagnostic-error': { borderInlineStartColor: 'var(--wrong)' },
    '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--warn)' },
    '.cm-panels': { background: 'var(--paper)', color: 'var(--ink)' },
    '.cm-textfield': {
      background: 'var(--sheet)',
      color: 'var(--ink)',
      borderColor: 'var(--rule-strong)',
    },
    '.cm-button': {
      backgroundImage: 'none',
      background: 'var(--sheet)',
      color: 'var(--ink)',
      borderColor: 'var(--rule-strong)',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.heading, color: 'var(--right)', fontWeight: '600' },
      { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
      { tag: [tags.meta, tags.processingInstruction, tags.separator], color: 'var(--ink-3)' },
      { tag: [tags.link, tags.url], color: 'var(--accent)' },
      { tag: tags.monospace, color: 'var(--warn)' },
      { tag: tags.strong, fontWeight: '700' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: tags.quote, color: 'var(--ink-2)' },
      { tag: tags.comment, color: 'var(--ink-3)' },
    ]),
  ),
];
