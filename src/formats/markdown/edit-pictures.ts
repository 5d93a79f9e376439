import type { Image, Node } from 'mdast';
import { canonicalJson } from '#core/pack/canonical.ts';
import type { Problem } from '#core/pack/problem.ts';
import { err, type Result } from '#core/result.ts';
import { refusal, settle } from './edit-file.ts';
import { lineStart, lineEnd, rangeOf, wholeLines } from './layout.ts';
import type { Patch } from './patch.ts';
import { newReport } from './report.ts';
import { lineSource } from './to-markdown.ts';
import { normalised, readLooseSheet } from './tree.ts';

/** A picture as a text shows it. */
export interface ShownPicture {
  /** Its name in the folder of pictures; what else stands there is no picture of the pack. */
  readonly name: string;
  readonly alt: string;
}

/** One change of the picture with this place among those of the file, from 0. */
export type PictureEdit =
  | { readonly edit: 'alt'; readonly alt: string }
  | { readonly edit: 'name'; readonly name: string }
  | { readonly edit: 'remove' };

function imagesBelow(node: Node): readonly Image[] {
  if (isImage(node)) return [node];
  return 'children' in node && Array.isArray(node.children)
    ? node.children.flatMap((child: Node) => imagesBelow(child))
    : [];
}

const isImage = (node: Node): node is Image => node.type === 'image';

const imagesIn = (text: string): readonly Image[] =>
  (readLooseSheet(newReport('', []), text)?.blocks ?? []).flatMap(imagesBelow);

const shown = ({ url, alt }: Image): ShownPicture => ({
  name: url.replace(/^media\//, ''),
  alt: alt ?? '',
});

/** The pictures that a file shows, in the order of the text, each as often as it stands there. */
export const picturesOf = (raw: string): readonly ShownPicture[] =>
  imagesIn(normalised(raw)).map(shown);

/** A picture as Markdown, to stand in a paragraph or alone. */
export const pictureSource = ({ name, alt }: ShownPicture): string =>
  lineSource([{ type: 'image', source: name, alt: alt.replaceAll(/\s+/g, ' ').trim() }]);

/** The smallest change of a file that makes an edit of one of its pictures; a picture always has words. */
export function editPicture(
  raw: string,
  place: number,
  edit: PictureEdit,
): Result<readonly Patch[], Problem> {
  const text = normalised(raw);
  const images = imagesIn(text);
  const image = images[place];
  if (!image || (edit.edit === 'alt' && edit.alt.trim() === ''))
    return err(refusal('edit_no_place'));
  const before = images.map(shown);
  const now = shown(image);
  const next = { ...now, ...(edit.edit === 'remove' ? {} : edit) };
  const patch: Patch =
    edit.edit === 'remove'
      ? { ...roomOf(text, image), insert: '' }
      : { ...rangeOf(image), insert: pictureSource(next) };
  const wanted =
    edit.edit === 'remove'
      ? before.toSpliced(place, 1)
      : before.with(place, { name: next.name, alt: next.alt.replaceAll(/\s+/g, ' ').trim() });
  return settle(
    raw,
    { text },
    [patch],
    (edited) => canonicalJson(imagesIn(edited).map(shown)) === canonicalJson(wanted),
  );
}

/** The picture, with its line when it stands there alone. */
function roomOf(text: string, image: Image) {
  const range = rangeOf(image);
  const line = text.slice(lineStart(text, range.from), lineEnd(text, range.to));
  const isAlone = line.trim() === text.slice(range.from, range.to);
  if (!isAlone) return range;
  const whole = wholeLines(text, range);
  // Two blank lines that would meet are one, and none is left at the end.
  const isBehindBlank = text.slice(0, whole.from).endsWith('\n\n');
  if (isBehindBlank && whole.to === text.length) return { from: whole.from - 1, to: whole.to };
  const meets = isBehindBlank && text.startsWith('\n', whole.to);
  return meets ? { from: whole.from, to: whole.to + 1 } : whole;
}
