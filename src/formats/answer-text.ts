const LONGEST = 40;
const MOST_WORDS = 6;

/** Whether anyone could type this from memory, sign by sign. */
export function canBeTyped(text: string): boolean {
  const words = text.trim();
  return (
    words !== '' &&
    !words.includes('\n') &&
    Array.from(words.normalize('NFKC')).length <= LONGEST &&
    words.split(/\s+/).length <= MOST_WORDS
  );
}

/** Commands and other code must be typed as they are; words may differ in case and width. */
export const compareOf = (text: string): 'prose' | 'exact' =>
  /[\\/$|<>{}[\]=~`*^#;]|(?:^|\s)-{1,2}\w|^\.\w/.test(text) ? 'exact' : 'prose';

/** A text that asks, so that it cannot be the answer. */
export const asks = (text: string): boolean => /[?？]\s*$/.test(text.trim());
