/** A note of Anki, as its text export and its packages hold it. */
export interface AnkiNote {
  /** What it keeps when it is changed; empty where the file does not say. */
  readonly guid: string;
  readonly notetype: string;
  readonly deck: string;
  readonly tags: readonly string[];
  readonly fields: readonly AnkiField[];
  readonly isHtml: boolean;
  /** Its line, or its number where there are no lines; from 1. */
  readonly line: number;
}

export interface AnkiField {
  /** Empty where the file does not say. */
  readonly name: string;
  readonly text: string;
}

/** Decks stand in decks: `Networks::DNS`. */
export const deckPath = (deck: string): readonly string[] =>
  deck
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '');
