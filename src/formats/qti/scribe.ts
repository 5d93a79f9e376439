import { lineText, type Document, type Line } from '#core/pack/document.ts';
import { readHtml, readHtmlLine, type FindImage } from '#formats/html.ts';
import type { Remark } from '#formats/imported.ts';
import { hasInvisible } from '#formats/invisible.ts';

/** Turns the HTML of one item into texts, and notes what was lost on the way. */
export interface Scribe {
  readonly remarks: readonly Remark[];
  say(remark: Remark): void;
  /** Why a picture is not shown, better than that it was not found. */
  explain(address: string, remark: Remark): void;
  blocks(html: string): Document;
  line(html: string): Line;
}

/** What is said of one item at most. */
const REMARKS = 30;

const opening = ['<p>', '<div>'];
const closing = ['</p>', '</div>'];

/**
 * The words of a single paragraph without marks, as most of the texts are: they need no HTML reader.
 * @returns null for anything else
 */
function plainWords(html: string): string | null {
  let words = html.trim();
  for (let tag = opening.find((each) => words.startsWith(each)); tag !== undefined;) {
    words = words.slice(tag.length).trimStart();
    tag = opening.find((each) => words.startsWith(each));
  }
  for (let tag = closing.find((each) => words.endsWith(each)); tag !== undefined;) {
    words = words.slice(0, -tag.length).trimEnd();
    tag = closing.find((each) => words.endsWith(each));
  }
  return /[<>&]/.test(words) ? null : words.replaceAll(/\s+/g, ' ');
}

/** @param findImage knows the pictures of the package */
export function createScribe(
  findImage: (address: string, scribe: Scribe) => string | null,
): Scribe {
  const remarks = new Map<string, Remark>();
  const explained = new Set<string>();
  const add = (remark: Remark) => {
    const address = remark.code === 'image-lost' ? remark.params?.['address'] : undefined;
    if (typeof address === 'string' && explained.has(address)) return;
    const said = remarks.size < REMARKS ? remark : { code: 'qti-more-losses' };
    remarks.set(JSON.stringify(said), said);
  };
  const find: FindImage = (address) => findImage(address, scribe);
  const scribe: Scribe = {
    get remarks() {
      return [...remarks.values()];
    },
    say: add,
    explain(address, remark) {
      explained.add(address.slice(0, 200));
      add(remark);
    },
    blocks(html) {
      if (hasInvisible(html)) add({ code: 'letters-invisible' });
      const words = plainWords(html);
      if (words !== null) return words === '' ? [] : [{ type: 'paragraph', children: [words] }];
      const found = readHtml(html, find);
      found.remarks.forEach(add);
      return found.blocks;
    },
    line(html) {
      if (hasInvisible(html)) add({ code: 'letters-invisible' });
      const words = plainWords(html);
      if (words !== null) return words === '' ? [] : [words];
      const found = readHtmlLine(html, find);
      found.remarks.forEach(add);
      return found.line;
    },
  };
  return scribe;
}

/** No words and no picture. */
export const isBlank = (line: Line): boolean =>
  lineText(line).trim() === '' && !line.some((node) => typeof node !== 'string');
