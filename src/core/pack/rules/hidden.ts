import type { Path } from '#core/pack/source.ts';
import type { Pack } from '#core/pack/model.ts';
import { remembered } from '#core/remembered.ts';
import { allPassages, passageText, type Passage } from './prose.ts';
import { type Finding, warning } from './rule.ts';

/**
 * Characters that turn the reading direction round, stand for nothing, or steer a terminal: U+00AD, Arabic mark,
 * zero-width blanks and marks, embeddings and isolates, invisible operators, byte order mark, tags, controls.
 */
const hidden =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/u;

/** Joiners belong between letters of scripts that join, and between pictures; after these they join nothing. */
const idleJoiner =
  /(?:^|[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}\p{P}\s])[\u200C\u200D]/u;

/** `U+202E`. */
const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function hiddenIn(text: string): string | null {
  const found = hidden.exec(text)?.[0] ?? idleJoiner.exec(text)?.[0].slice(-1);
  return found === undefined ? null : nameOf(found);
}

const looked = remembered<string | null>();
const hiddenInPassage = (passage: Passage): string | null =>
  looked(passage, '', () => hiddenIn(passageText(passage)));

/** What is said in one line: titles and names. */
const titles = (pack: Pack): readonly (readonly [Path, string | undefined])[] => [
  ...Object.entries(pack.title).map(([language, text]) => [['title', language], text] as const),
  ...Object.entries(pack.summary).map(([language, text]) => [['summary', language], text] as const),
  ...pack.authors.map(({ name }) => [['authors'], name] as const),
  [['licence'], pack.licence],
  ...[...pack.domains, ...pack.terms].flatMap(({ id, title }) =>
    Object.values(title).map((text) => [['domains', id], text] as const),
  ),
  ...(['notes', 'cases', 'concepts'] as const).flatMap((part) =>
    pack[part].flatMap(({ id, text }) =>
      Object.values(text).map((words) => [[part, id], words?.title] as const),
    ),
  ),
  ...pack.concepts.flatMap(({ id, scenarios }) =>
    scenarios.flatMap((scenario) =>
      scenario.kind === 'short'
        ? scenario.answers.flatMap(({ texts }) =>
            texts.map((text) => [['concepts', id, 'scenarios', scenario.id], text] as const),
          )
        : [],
    ),
  ),
];

/** Characters that nobody sees, in any text: they can make two options read the same, or one read backwards. */
export function hiddenCharacters(pack: Pack): readonly Finding[] {
  const found = [
    ...titles(pack).map(([path, text = '']) => [path, hiddenIn(text)] as const),
    ...allPassages(pack).map((passage) => [passage.path, hiddenInPassage(passage)] as const),
  ];
  return found.flatMap(([path, character]) =>
    character === null ? [] : [warning('hidden_characters', path, { character })],
  );
}
