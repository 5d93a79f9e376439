import type { Block, Document, Inline, Line } from '#core/pack/document.ts';
import type { OptionText, ScenarioText } from '#core/pack/model.ts';
import type { Imported, ImportedQuestion } from './imported.ts';

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** `door.png` as `door-2.png`, or with the first number that is free. */
function freshName(name: string, isTaken: (name: string) => boolean): string {
  const [, stem = name, end = ''] = /^(.*)(\.[^.]+)$/.exec(name) ?? [];
  for (let number = 2; ; number += 1) {
    const fresh = `${stem}-${number}${end}`;
    if (!isTaken(fresh)) return fresh;
  }
}

/**
 * What was read, with other names for pictures whose name is that of another picture already: in the texts as well.
 * @param held the pictures that are there
 */
export function withFreshMedia<T extends Pick<Imported, 'items' | 'media'>>(
  imported: T,
  held: ReadonlyMap<string, Uint8Array>,
): T {
  const names = new Map<string, string>();
  const media = new Map(
    [...imported.media].map(([name, bytes]) => {
      const other = held.get(name);
      if (!other || isSame(bytes, other)) return [name, bytes];
      const isTaken = (one: string): boolean => held.has(one) || imported.media.has(one);
      const fresh = freshName(name, (one) => isTaken(one) || [...names.values()].includes(one));
      names.set(name, fresh);
      return [fresh, bytes];
    }),
  );
  if (names.size === 0) return imported;
  const items = imported.items.map((item) =>
    item.question ? { ...item, question: renamed(item.question, names) } : item,
  );
  return { ...imported, items, media };
}

type Names = ReadonlyMap<string, string>;

function renamed(question: ImportedQuestion, names: Names): ImportedQuestion {
  const text = Object.entries(question.text).map(([language, words]) => [
    language,
    inText(words, names),
  ]);
  return { ...question, text: Object.fromEntries(text) };
}

const inText = ({ situation, question, options, decides }: ScenarioText, names: Names) => ({
  situation: inDocument(situation, names),
  question: inLine(question, names),
  options: options.map(({ id, text, why, rightWhen }): OptionText => ({
    id,
    text: inLine(text, names),
    ...(why ? { why: inDocument(why, names) } : {}),
    ...(rightWhen ? { rightWhen: inLine(rightWhen, names) } : {}),
  })),
  decides: inDocument(decides, names),
});

const inDocument = (document: Document, names: Names): Document =>
  document.map((block) => inBlock(block, names));

function inBlock(block: Block, names: Names): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, children: inLine(block.children, names) };
    case 'list':
      return { ...block, items: block.items.map((item) => inDocument(item, names)) };
    case 'table': {
      const row = (cells: readonly Line[]): Line[] => cells.map((cell) => inLine(cell, names));
      return { ...block, head: row(block.head), rows: block.rows.map(row) };
    }
    case 'code':
      return block;
  }
}

const inLine = (line: Line, names: Names): Line => line.map((node) => inNode(node, names));

function inNode(node: Inline, names: Names): Inline {
  if (typeof node === 'string' || node.type === 'code') return node;
  if (node.type === 'image') return { ...node, source: names.get(node.source) ?? node.source };
  return { ...node, children: inLine(node.children, names) };
}
