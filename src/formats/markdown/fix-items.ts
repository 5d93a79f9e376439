import { isSlug, type Slug } from '#core/ids.ts';
import { didYouMean } from '#core/pack/issues.ts';
import type { Inline } from '#core/pack/document.ts';
import { draftOf } from './draft-files.ts';
import { setBox, setRightWhen, setTail } from './edit-items.ts';
import type { Broken, Fixer } from './fix-front.ts';
import { offsetOf, textOf } from './fix-front.ts';
import { quotedText, type ItemLayout } from './item-layout.ts';
import { layoutOf, lineEnd, lineStart, rangeOf, type Layout, type PartLayout } from './layout.ts';
import type { Patch } from './patch.ts';
import { partItems, questionOf } from './scenario-fields.ts';
import { slugOf } from './slug.ts';
import { lineSource } from './to-markdown.ts';

interface Found {
  readonly layout: Layout;
  readonly item: ItemLayout;
}

/** The option that a problem is about: in its language, else on its line, else in the source. */
function itemOf({ problem, files, path }: Broken): Found | null {
  const text = textOf({ problem, files, path });
  const { languages } = draftOf(files);
  const layout = layoutOf(text, languages);
  if (!layout) return null;
  const at = problem.path.indexOf('text');
  const said = at < 0 ? undefined : problem.path[at + 1];
  const line = lineStart(text, offsetOf(text, problem));
  const all = layout.parts.flatMap(({ language, ...part }) =>
    partItems(text, { language, ...part })
      .filter(({ id }) => id === problem.params['id'])
      .map((item) => ({ language, item })),
  );
  const found =
    all.find(({ language }) => language === said) ??
    all.find(({ item }) => lineStart(text, item.marker.from) === line) ??
    all.find(({ language }) => language === languages[0]);
  return found ? { layout, item: found.item } : null;
}

const onItem =
  (change: (found: Found, broken: Broken) => readonly Patch[] | null): Fixer =>
  (broken) => {
    const found = itemOf(broken);
    return found && change(found, broken);
  };

export const addBox = onItem(({ layout, item }) => setBox(layout, item, false));
export const dropBox = onItem(({ layout, item }) => setBox(layout, item, null));
export const dropPair = onItem(({ layout, item }) => setTail(layout, item, { choice: null }));
export const dropTerm = onItem(({ layout, item }) =>
  setTail(layout, item, { term: null, never: false }),
);
export const dropNever = onItem(({ layout, item }) => setTail(layout, item, { never: false }));
export const dropRightWhen = onItem(({ layout, item }) => setRightWhen(layout, item, ''));

export const dropFullStop = onItem(({ layout, item }) => {
  const words = quotedText(layout.text, item.when, 2);
  return setRightWhen(layout, item, words.replace(/[.。．]+$/u, ''));
});

/** Unknown terms are told by the option that names them. */
export const nearTermOf: Fixer = (broken) => {
  const option = broken.problem.path.at(-1);
  const params = { ...broken.problem.params, id: String(option) };
  const found = itemOf({ ...broken, problem: { ...broken.problem, params } });
  if (!found) return null;
  const { concepts, terms } = draftOf(broken.files);
  const near = didYouMean(String(broken.problem.params['id']), [...concepts, ...terms]);
  return near === '' ? null : setTail(found.layout, found.item, { term: near });
};

interface Nameless {
  readonly at: number;
  readonly id: Slug | null;
}

const named = /^(?:\[[ x]\][ \t]+)?\(([^()\s]*)\)/;

/** Every item of a part: its id, or where one is to be put. */
function items(text: string, part: PartLayout): readonly Nameless[] {
  const lists = (questionOf(part)?.blocks ?? []).filter((block) => block.type === 'list');
  return lists.flatMap(({ children }) =>
    children.map((item): Nameless => {
      const head = item.children[0];
      const from = head ? rangeOf(head).from : rangeOf(item).to;
      const rest = text.slice(from, lineEnd(text, from));
      const box = /^\[[ x]\][ \t]+/.exec(rest)?.[0].length ?? 0;
      return { at: from + box, id: named.exec(rest)?.[1] ?? null };
    }),
  );
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Names every option that has no id: by the next free letter, in a translation as the source has it at that place. */
export const addIds: Fixer = (broken) => {
  const text = textOf(broken);
  const { languages } = draftOf(broken.files);
  const layout = layoutOf(text, languages);
  const parts = (layout?.parts ?? []).map((part) => ({ part, all: items(text, part) }));
  const used = new Set(parts.flatMap(({ all }) => all.map(({ id }) => id)));
  const free = letters.split('').filter((letter) => !used.has(letter));
  const own = parts.find(({ part }) => part.language === languages[0])?.all ?? [];
  const ids = own.map(({ id }) => id ?? free.shift() ?? null);
  const patches = parts.flatMap(({ all }) =>
    all.flatMap(({ at, id }, index) => {
      const wanted = all.length === own.length ? ids[index] : null;
      return id !== null || !wanted ? [] : [{ from: at, to: at, insert: `(${wanted}) ` }];
    }),
  );
  return patches.length === 0 ? null : patches;
};

/** Letters that cannot be seen, and those of another width or case. */
const plainId = (id: string): Slug =>
  slugOf(id.normalize('NFKC').replaceAll(/[\p{Cf}\p{Cc}]/gu, ''));

/** Writes an option's id with the letters that ids have, wherever it stands. */
export const mendId: Fixer = (broken) => {
  const text = textOf(broken);
  const id = String(broken.problem.params['value']);
  const wanted = plainId(id);
  if (!isSlug(wanted) || text.includes(`(${wanted})`) || id === '') return null;
  const patches = [...text.matchAll(/^[ \t]*(?:[-+*]|\d+[.)])[ \t]+.*$/gm)].flatMap(
    ({ 0: line, index }) => {
      const at = line.indexOf(`(${id})`);
      const from = index + at + 1;
      return at < 0 ? [] : [{ from, to: from + id.length, insert: wanted }];
    },
  );
  return patches.length === 0 ? null : patches;
};

/** Takes a letter that cannot be seen out of the text of the file. */
export const dropHidden: Fixer = (broken) => {
  const text = textOf(broken);
  const code = /^U\+([0-9A-F]{4,6})$/.exec(String(broken.problem.params['character']))?.[1];
  // Joiners belong into some words and pictures.
  if (code === undefined || code === '200C' || code === '200D') return null;
  const letter = String.fromCodePoint(parseInt(code, 16));
  const patches: Patch[] = [];
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + letter.length))
    patches.push({ from: at, to: at + letter.length, insert: '' });
  return patches.length === 0 ? null : patches;
};

/** Writes the letters beside `**` so that CommonMark sees the emphasis: `は**「…」**の`. */
export const mendEmphasis: Fixer = (broken) => {
  const text = textOf(broken);
  const from = lineStart(text, offsetOf(text, broken.problem));
  const end = lineEnd(text, lineEnd(text, offsetOf(text, broken.problem)) + 1);
  const block = text.slice(from, end);
  const strays = [...block.matchAll(/([^\s*\\])?\*\*([^*\n`[\]\\<&_]+)\*\*([^\s*])?/gu)];
  const patches = strays.flatMap(
    ({ 0: whole, 1: before = '', 2: inner = '', 3: after = '', index }) => {
      const marked = /^==([^=]+)==$/.exec(inner)?.[1];
      const child: Inline = marked === undefined ? inner : { type: 'mark', children: [marked] };
      const line = [before, { type: 'strong' as const, children: [child] }, after];
      const insert = lineSource(line.filter((part) => part !== ''));
      return inner.includes('==') && marked === undefined
        ? []
        : [{ from: from + index, to: from + index + whole.length, insert }];
    },
  );
  const isNews = patches.some(({ from: at, to, insert }) => text.slice(at, to) !== insert);
  return isNews ? patches : null;
};
