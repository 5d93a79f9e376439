import { documentText, lineText, type Document, type Line } from '#core/pack/document.ts';
import type { Language } from '#core/language.ts';
import type { Pack, ScenarioText } from '#core/pack/model.ts';
import type { Path } from '#core/pack/source.ts';
import { type Placed, scenariosOf, textsOf } from './rule.ts';

/** One text of a pack with its place. */
export interface Passage {
  readonly path: Path;
  readonly language: Language;
  readonly document: Document;
}

const paragraph = (children: Line): Document => [{ type: 'paragraph', children }];

/** The texts of a scenario in one language. */
export function passagesOf({ path }: Placed, language: Language, text: ScenarioText): Passage[] {
  const at = [...path, 'text', language];
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

/** Every text of a pack. */
export function allPassages(pack: Pack): Passage[] {
  const passages: Passage[] = [];
  for (const { id, text } of pack.concepts)
    for (const [language, { rule }] of textsOf(pack, text))
      passages.push({ path: ['concepts', id, 'text', language], language, document: rule });
  for (const { id, text } of pack.cases)
    for (const [language, { situation }] of textsOf(pack, text))
      passages.push({ path: ['cases', id, 'text', language], language, document: situation });
  for (const { id, text } of pack.notes)
    for (const [language, { body }] of textsOf(pack, text))
      for (const part of body)
        passages.push({
          path: ['notes', id, 'text', language],
          language,
          document:
            part.type === 'text' ? part.blocks : [...paragraph(part.says), ...(part.today ?? [])],
        });
  for (const placed of scenariosOf(pack))
    for (const [language, text] of textsOf(pack, placed.scenario.text))
      passages.push(...passagesOf(placed, language, text));
  return passages;
}

export const passageText = ({ document }: Passage): string => documentText(document);

/** Words of a text in a language that separates them with blanks. */
export const wordsIn = (text: string): readonly string[] => text.match(/\S+/gu) ?? [];

/** Letters of a line as they are read: without blanks at the ends. */
export const lengthOf = (line: Line): number => lineText(line).trim().normalize('NFC').length;
