import type { Block, Inline } from '#core/pack/document.ts';
import { limits } from '#core/pack/limits.ts';
import type { Pack } from '#core/pack/model.ts';
import { remembered } from '#core/remembered.ts';
import { allPassages, passageText, type Passage } from './prose.ts';
import { error, type Finding, scenariosOf, shownIds } from './rule.ts';

/** Bytes of UTF-8. */
function bytes(text: string): number {
  let count = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) count += 1;
    else if (code < 0x800) count += 2;
    else count += code < 0x10000 ? 3 : 4;
  }
  return count;
}

const deepest = (depths: readonly number[]): number => depths.reduce((a, b) => Math.max(a, b), 0);

const inlineDepth = (line: readonly Inline[]): number =>
  deepest(
    line.map((node) =>
      typeof node === 'string' || !('children' in node) ? 0 : 1 + inlineDepth(node.children),
    ),
  );

function blockDepth(block: Block): number {
  if (block.type === 'paragraph') return inlineDepth(block.children);
  if (block.type === 'list') return 1 + deepest(block.items.flat().map(blockDepth));
  if (block.type === 'table') return deepest([block.head, ...block.rows].flat().map(inlineDepth));
  return 0;
}

const sizeOf = remembered<number>();
const depthOf = remembered<number>();

const bytesOf = (passage: Passage): number =>
  sizeOf(passage, '', () => bytes(passageText(passage)));
const nestingOf = (passage: Passage): number =>
  depthOf(passage, '', () => deepest(passage.document.map(blockDepth)));

/** What is larger than the limits. */
export function sizes(pack: Pack): readonly Finding[] {
  const passages = allPassages(pack);
  const counts = [
    {
      code: 'too_many_languages',
      path: ['languages'],
      count: pack.languages.length,
      limit: limits.languages,
    },
    {
      code: 'too_many_scenarios',
      path: [],
      count: scenariosOf(pack).length,
      limit: limits.scenarios,
    },
    ...scenariosOf(pack).map(({ scenario, path }) => ({
      code: 'too_many_options',
      path,
      count: shownIds(scenario).length,
      limit: limits.options,
    })),
    ...passages.map((passage) => ({
      code: 'text_too_long',
      path: passage.path,
      count: bytesOf(passage),
      limit: limits.text,
    })),
    ...passages.map((passage) => ({
      code: 'nested_too_deep',
      path: passage.path,
      count: nestingOf(passage),
      limit: limits.nesting,
    })),
  ];
  return counts
    .filter(({ count, limit }) => count > limit)
    .map(({ code, path, count, limit }) => error(code, path, { count, limit }));
}
