import type { Language } from '#core/language.ts';
import { decodeText } from '#formats/decode.ts';
import type { ForeignFile, Imported, ImportedItem, Remark } from '#formats/imported.ts';
import { readEach } from '#formats/read-each.ts';
import { answersOf } from './answers.ts';
import { cutBlocks, type GiftBlock } from './blocks.ts';
import { bracesShielded, unshielded } from './escapes.ts';
import { buildKind, type Source } from './kinds.ts';
import { formatted, textReader } from './texts.ts';

/** Reads Moodle's GIFT as Moodle itself does, and forgives more. */
export function readGift(file: ForeignFile): Imported {
  const blocks = cutBlocks(decodeText(file.bytes).text);
  const items = readEach(blocks, file.tell, (block, index) =>
    itemOf(block, String(index + 1), file.language),
  );
  const remarks: readonly Remark[] = items.length === 0 ? [{ code: 'nothing-found' }] : [];
  return { format: 'gift', items, remarks, media: new Map() };
}

/** A block cut into its parts, all still shielded. */
interface Cut {
  readonly name: string;
  readonly stem: string;
  /** Null when there are no braces, undefined when only one of a pair is there. */
  readonly section: string | null | undefined;
  readonly after: string;
}

const beginsAnswers = (section: string): boolean => /^\s*[=~#]/.test(section);

/** Where the braces at the end of a text begin; -1 when they have no beginning, or hold no answers. */
function lastBraces(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === '}') depth += 1;
    else if (text[at] === '{') depth -= 1;
    if (depth === 0) return beginsAnswers(text.slice(at + 1)) ? at : -1;
  }
  return -1;
}

/**
 * Moodle takes the first braces for those of the answers. With others within or before them, which nobody escaped, it
 * is the last: the others are made words.
 */
function withOtherBracesShielded(text: string): string {
  const [open, shut] = [text.indexOf('{'), text.indexOf('}')];
  const section = text.slice(open + 1, shut);
  const isWhole = open < 0 || shut < open || !/[{}]/.test(text.slice(shut + 1));
  if (isWhole || (beginsAnswers(section) && !section.includes('{'))) return text;
  const end = text.trimEnd();
  const last = lastBraces(end);
  if (last < 0) return text;
  return `${bracesShielded(end.slice(0, last))}{${bracesShielded(end.slice(last + 1, -1))}}`;
}

function cutBlock(block: string): Cut {
  const end = block.startsWith('::') ? block.indexOf('::', 2) : -1;
  const name = end < 0 ? '' : unshielded(block.slice(2, end), ' ').replaceAll(/\s+/g, ' ').trim();
  const text = withOtherBracesShielded(
    end < 0 ? block.replace(/^::/, '') : block.slice(end + 2).trim(),
  );
  const open = text.indexOf('{');
  const shut = text.indexOf('}');
  if (open < 0 && shut < 0) return { name, stem: text, section: null, after: '' };
  if (open < 0 || shut < open) return { name, stem: text, section: undefined, after: '' };
  const after = text.slice(shut + 1);
  // The text goes on behind the braces: a word is missing in it.
  const stem = text.slice(0, open) + (after.trim() === '' ? '' : `_____${after}`);
  return { name, stem, section: text.slice(open + 1, shut), after };
}

function itemOf(block: GiftBlock, number: string, language: Language): ImportedItem {
  const { name, stem, section, after } = cutBlock(block.text);
  const item = { name: name === '' ? number : name, file: '', line: block.line };
  const refused = (reason: Remark): ImportedItem => ({ ...item, remarks: [reason] });
  if (section === null) return refused({ code: 'gift-description' });
  if (section === undefined) return refused({ code: 'gift-braces' });
  const general = section.lastIndexOf('####');
  const answers = answersOf(general < 0 ? section : section.slice(0, general));
  if (answers.type === 'essay') return refused({ code: 'gift-essay' });

  const { format, text } = formatted(stem, 'moodle');
  const reader = textReader(format);
  const source: Source = {
    reader,
    name,
    id: block.id,
    parts: {
      title: name,
      path: block.path,
      tags: block.tags,
      language,
      stem: reader.blocks(`[${format}]${text}`),
      decides: general < 0 ? [] : reader.blocks(section.slice(general + 4)),
    },
  };
  const { question, remarks } = buildKind(source, answers);
  const more: readonly Remark[] = /[{}]/.test(after) ? [{ code: 'gift-more-braces' }] : [];
  const all = [...more, ...reader.remarks, ...remarks];
  return { ...item, remarks: all, ...(question === undefined ? {} : { question }) };
}
