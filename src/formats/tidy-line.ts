import { lineText, type Inline, type Line } from '#core/pack/document.ts';

/** Neither words nor a picture. */
export const isEmpty = (line: Line): boolean =>
  lineText(line).trim() === '' &&
  !line.some((node) => typeof node !== 'string' && node.type === 'image');

/** Blanks fold into one, also across marks; none stands at either end. */
export function tidied(line: readonly Inline[]): Line {
  let endsBlank = true;
  const fold = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes
      .map((node): Inline => {
        if (typeof node === 'string') {
          const text = node.replaceAll(/[\s\u00a0]+/g, ' ');
          const kept = endsBlank ? text.replace(/^ /, '') : text;
          if (kept !== '') endsBlank = kept.endsWith(' ');
          return kept;
        }
        if (!('children' in node)) {
          endsBlank = false;
          return node;
        }
        return { ...node, children: joined(fold(node.children)) };
      })
      .filter(
        (node) =>
          node !== '' &&
          !(typeof node !== 'string' && 'children' in node && node.children.length === 0),
      );
  return trimmedEnd(joined(fold(line)));
}

/** Neighbouring words become one text. */
export const joined = (line: readonly Inline[]): readonly Inline[] =>
  line.reduce<Inline[]>((done, node) => {
    const last = done.at(-1);
    if (typeof node === 'string' && typeof last === 'string') done[done.length - 1] = last + node;
    else done.push(node);
    return done;
  }, []);

function trimmedEnd(line: readonly Inline[]): Line {
  const last = line.at(-1);
  if (typeof last !== 'string') return line;
  const text = last.trimEnd();
  return text === '' ? line.slice(0, -1) : [...line.slice(0, -1), text];
}
