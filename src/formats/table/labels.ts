import type { Language } from '#core/language.ts';

/** Kana with which Japanese exams count options. */
const kana = 'アイウエオカキクケコサシ';
const MAX = 12;

/** The place that a letter, kana or number stands for, from 0; null when it is none. */
export function placeOf(label: string): number | null {
  const text = label.normalize('NFKC').trim();
  if (/^\d{1,2}$/.test(text)) {
    const number = Number(text);
    return number >= 1 && number <= MAX ? number - 1 : null;
  }
  if (text.length !== 1) return null;
  const letter = text.toLowerCase().charCodeAt(0) - 97;
  if (letter >= 0 && letter < MAX) return letter;
  const place = kana.indexOf(text);
  return place < 0 ? null : place;
}

/** `A) `, `(b)`, `3. `, `ア．` before the words of an option. */
const labelled = /^\s*[([（]?([a-lA-Lａ-ｌＡ-Ｌア-シ]|\d{1,2})(?:[)\]）.:．：、]|\s+-)\s*/u;

/** The words without their labels, if all have one and these count up from the first. */
export function unlabelled(texts: readonly string[]): readonly string[] {
  const found = texts.map((text) => labelled.exec(text));
  const counts = found.every((match, place) => match && placeOf(match[1] ?? '') === place);
  return counts && texts.length > 1
    ? texts.map((text, place) => text.slice(found[place]?.[0].length ?? 0))
    : texts;
}

/** What a teacher writes to mark a right option in its own cell. */
const mark =
  /^\s*(?:\*|\[[xX*✓✔]\]|\([xX*✓✔]\)|[✓✔☑◯○])\s*(?=\S)|\s*(?:\*|✓|✔|\((?:correct|right|正解)\)|（正解）)\s*$/iu;
const unchecked = /^\s*(?:\[ ?\]|☐|✗|✘)\s*(?=\S)/u;

export const isMarked = (text: string): boolean => mark.test(folded(text));
export const unmarked = (text: string): string =>
  isMarked(text) || unchecked.test(text)
    ? folded(text).replace(mark, '').replace(unchecked, '')
    : text;

/** Runs of blanks as one, so that no pattern has to try them all. */
const folded = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** A cell that says yes. */
export const saysYes = (text: string): boolean =>
  /^(?:x|[✓✔☑◯○]|1|true|yes|y|t|correct|right|正|正解|正しい|はい|100%?)$/iu.test(
    text.normalize('NFKC').trim(),
  );

/** `True`, `○` and the like as the answer to a statement; null when it is neither. */
export function truthOf(text: string): boolean | null {
  const words = text.normalize('NFKC').trim();
  if (/^(?:true|t|yes|correct|right|正|正しい|正解|はい|[◯○])$/iu.test(words)) return true;
  if (/^(?:false|f|no|incorrect|wrong|誤|誤り|間違い|不正解|いいえ|×)$/iu.test(words)) return false;
  return null;
}

/** The options of a statement that is true or false. */
export const truthWords = (language: Language): readonly [string, string] =>
  language === 'ja' ? ['正しい', '誤り'] : ['True', 'False'];
