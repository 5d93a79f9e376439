import type { Slug } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { lineText, type Document, type Line } from '#core/pack/document.ts';
import type { KindMap, KindName, OptionText, Origin, ScenarioText } from '#core/pack/model.ts';
import type { ImportedQuestion } from './imported.ts';

/** An option, step, prompt, choice or answer before it has a name. */
export interface DraftOption {
  readonly text: Line;
  readonly why?: Document;
  readonly rightWhen?: Line;
}

/** The words of a question in one language. */
export interface DraftWords {
  readonly situation: Document;
  readonly question: Line;
  readonly options: readonly DraftOption[];
  readonly decides: Document;
}

/** What is right, by the places of options. */
export type Key =
  | { readonly kind: 'single' | 'multiple'; readonly right: readonly number[] }
  | { readonly kind: 'ordering'; readonly steps: readonly number[] }
  /** Prompts with their choices; what is no prompt is a choice. */
  | { readonly kind: 'matching'; readonly pairs: readonly (readonly [number, number])[] }
  | {
      readonly kind: 'short';
      readonly right: readonly number[];
      readonly compare: 'prose' | 'exact';
    };

export interface Draft {
  readonly path: readonly string[];
  readonly tags: readonly string[];
  readonly origin: Origin;
  /** The first language has all options; others may lack some at the end. */
  readonly words: ReadonlyMap<Language, DraftWords>;
  readonly key: Key;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** `a`, `b`, … by place. */
const idOf = (place: number): Slug => letters[place] ?? `z${place}`;

const TITLE = 60;

/** A few words of a question, cut between words where there are any. */
export function titleOf(question: Line): string {
  const words = lineText(question).replaceAll(/\s+/g, ' ').trim();
  const cut = Array.from(words).slice(0, TITLE).join('');
  if (cut === words) return words;
  const blank = cut.lastIndexOf(' ');
  return `${(blank > TITLE / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}

const optionText = (
  { text, why = [], rightWhen = [] }: DraftOption,
  place: number,
): OptionText => ({
  id: idOf(place),
  text,
  ...(why.length === 0 ? {} : { why }),
  ...(rightWhen.length === 0 ? {} : { rightWhen }),
});

const scenarioText = ({ situation, question, options, decides }: DraftWords): ScenarioText => ({
  situation,
  question,
  options: options.map(optionText),
  decides,
});

/** The same answer in all languages, each wording once. */
const textsOf = (draft: Draft, place: number): readonly string[] => {
  const texts = [...draft.words.values()].flatMap(({ options }) => {
    const text = lineText(options[place]?.text ?? []).trim();
    return text === '' ? [] : [text];
  });
  return [...new Set(texts)];
};

type KindPart = {
  [K in KindName]: { readonly kind: K } & KindMap[K];
}[KindName];

/** Gives names to the options, and puts what is right beside the words. */
export function questionOf(draft: Draft): ImportedQuestion {
  const { words, path, tags, origin } = draft;
  const first = [...words.values()][0];
  const places = (first?.options ?? []).map((_option, place) => place);
  return {
    title: titleOf(first?.question ?? []),
    path,
    tags,
    origin,
    text: Object.fromEntries([...words].map(([language, text]) => [language, scenarioText(text)])),
    ...kindPart(draft, places),
  };
}

function kindPart(draft: Draft, places: readonly number[]): KindPart {
  const { key } = draft;
  const options = (right: readonly number[]) =>
    places.map((place) => ({ id: idOf(place), right: right.includes(place) }));
  switch (key.kind) {
    case 'single':
      return { kind: 'single', options: options(key.right), pin: [] };
    case 'multiple':
      return { kind: 'multiple', choose: key.right.length, options: options(key.right), pin: [] };
    case 'ordering': {
      const spare = places.filter((place) => !key.steps.includes(place));
      return { kind: 'ordering', steps: key.steps.map(idOf), spare: spare.map(idOf) };
    }
    case 'matching': {
      const asked = key.pairs.map(([prompt]) => prompt);
      return {
        kind: 'matching',
        prompts: key.pairs.map(([prompt, choice]) => ({ id: idOf(prompt), choice: idOf(choice) })),
        choices: places.filter((place) => !asked.includes(place)).map(idOf),
      };
    }
    case 'short':
      return {
        kind: 'short',
        compare: key.compare,
        answers: options(key.right).map((answer, place) => ({
          ...answer,
          texts: textsOf(draft, place),
        })),
      };
  }
}
