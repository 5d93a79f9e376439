/**
 * The closed text tree: all that a text of a pack can hold. The view renders it one to one;
 * there is no HTML in it anywhere, and nothing that could run.
 */
export type Inline =
  | string
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  /** Words that decide: shown marked in the feedback, plain before. */
  | { readonly type: 'mark'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  /** `url` is http(s) only. */
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** `source` is a name in the pack's media folder; `alt` is never empty. */
  | { readonly type: 'image'; readonly source: string; readonly alt: string };

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: 'code'; readonly text: string; readonly language?: string }
  | {
      readonly type: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

export type Line = readonly Inline[];
export type Document = readonly Block[];

/** The words of a line, without marks. */
export const lineText = (line: Line): string =>
  line
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.type === 'code') return node.text;
      if (node.type === 'image') return node.alt;
      return lineText(node.children);
    })
    .join('');

/** The words of a document, one line for each block. */
export const documentText = (document: Document): string =>
  document
    .map((block) => {
      switch (block.type) {
        case 'paragraph':
          return lineText(block.children);
        case 'list':
          return block.items.map(documentText).join('\n');
        case 'code':
          return block.text;
        case 'table':
          return [block.head, ...block.rows].map((row) => row.map(lineText).join(' ')).join('\n');
      }
    })
    .join('\n');
