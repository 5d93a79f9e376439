import { documentText, lineText, type Document, type Line } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';
import type { Pack, ScenarioText } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { remembered } from '#core/remembered.ts';
import { type Placed, scenariosOf, textsOf } from './rule.ts';

/** One text of a pack with its place. */
export interface Passage {
  readonly path: Path;
  readonly language: Language;
  readonly document: Document;
}

const paragraph = (children: Line): Document => [{ type: 'paragraph', children }];

const scenarioPassages = remembered<readonly Passage[]>();

/** The texts of a scenario in one language. */
export const passagesOf = (
  { path }: Placed,
  language: Language,
  text: ScenarioText,
): readonly Passage[] =>
  scenarioPassages(text, [...path, language].join('/'), () =>
    passagesIn([...path, 'text', language], language, text),
  );

function passagesIn(at: Path, language: Language, text: ScenarioText): readonly Passage[] {
  return [
    { path: at, language, document: text.situation },
    { path: [...at, 'question'], language, document: paragraph(text.question) },
    { path: [...at, 'decides'], language, document: text.decides },
    ...text.options.flatMap((option) => [
      { path: [...at, 'options', option.id], language, document: paragraph(option.text) },
      { path: [...at, 'options', option.id], language, document: option.why ?? [] },
      {
        path: [...at, 'options', option.id],
        language,
        document: paragraph(option.rightWhen ?? []),
      },
    ]),
  ];
}

const otherPassages = remembered<readonly Passage[]>();

/** The texts of a concept, case or note in one language. */
const passagesFrom = <T extends object>(
  part: 'concepts' | 'cases' | 'notes',
  id: string,
  [language, text]: readonly [Language, T],
  documentsOf: (text: T) => readonly Document[],
): readonly Passage[] =>
  otherPassages(text, `${part}/${id}/${language}`, () =>
    documentsOf(text).map((document) => ({
      path: [part, id, 'text', language],
      language,
      document,
    })),
  );

/** Every text of a pack. */
export function allPassages(pack: Pack): Passage[] {
  const passages: Passage[] = [];
  for (const { id, text } of pack.concepts)
    for (const own of textsOf(pack, text))
      passages.push(...passagesFrom('concepts', id, own, ({ rule }) => [rule]));
  for (const { id, text } of pack.cases)
    for (const own of textsOf(pack, text))
      passages.push(...passagesFrom('cases', id, own, ({ situation }) => [situation]));
  for (const { id, text } of pack.notes)
    for (const own of textsOf(pack, text))
      passages.push(
        ...passagesFrom('notes', id, own, ({ body }) =>
          body.map((part) =>
            part.type === 'text' ? part.blocks : [...paragraph(part.says), ...(part.today ?? [])],
          ),
        ),
      );
  for (const placed of scenariosOf(pack))
    for (const [language, text] of textsOf(pack, placed.scenario.text))
      passages.push(...passagesOf(placed, language, text));
  return passages;
}

const said = remembered<string>();

export const passageText = (passage: Passage): string =>
  said(passage, '', () => documentText(passage.document));

/** Words of a text in a language that separates them with blanks. */
export const wordsIn = (text: string): readonly string[] => text.match(/\S+/gu) ?? [];

/** Letters of a line as they are read: without blanks at the ends. */
export const lengthOf = (line: Line): number => lineText(line).trim().normalize('NFC').length;
