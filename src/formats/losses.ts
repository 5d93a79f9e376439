import type { Block, Document, Inline, Line } from '#core/pack/document.ts';
import type { Scenario, ScenarioText } from '#core/pack/model.ts';
import type { Remark } from './imported.ts';

/** A loss that so many things of a pack suffer; none when there are none. */
export const counted = ({ code }: Pick<Remark, 'code'>, count: number): readonly Remark[] =>
  count === 0 ? [] : [{ code, params: { count } }];

const isPlainLine = (line: Line): boolean => line.every((node) => typeof node === 'string');
const isPlain = (document: Document): boolean =>
  document.every((block) => block.type === 'paragraph' && isPlainLine(block.children));

/** Whether a text without marks would say less. */
export const hasMarkup = (scenario: Scenario): boolean =>
  Object.values(scenario.text).some(
    (text) =>
      text !== undefined &&
      !(
        isPlain(text.situation) &&
        isPlain(text.decides) &&
        isPlainLine(text.question) &&
        text.options.every(
          (option) =>
            isPlainLine(option.text) &&
            isPlain(option.why ?? []) &&
            isPlainLine(option.rightWhen ?? []),
        )
      ),
  );

const inlineHasImage = (node: Inline): boolean =>
  typeof node !== 'string' &&
  (node.type === 'image' || ('children' in node && node.children.some(inlineHasImage)));

function blockHasImage(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
      return block.children.some(inlineHasImage);
    case 'list':
      return block.items.some((item) => item.some(blockHasImage));
    case 'table':
      return [block.head, ...block.rows].flat().some((cell) => cell.some(inlineHasImage));
    case 'code':
      return false;
  }
}

export const textHasImage = ({ situation, question, decides, options }: ScenarioText): boolean =>
  [...situation, ...decides, ...options.flatMap(({ why }) => why ?? [])].some(blockHasImage) ||
  [question, ...options.map((option) => option.text)].some((line) => line.some(inlineHasImage));

export const hasImage = (scenario: Scenario): boolean =>
  Object.values(scenario.text).some((text) => text !== undefined && textHasImage(text));

/** An option that stands for something, is a misconception, or is kept at its place. */
export const hasOptionFacts = (scenario: Scenario): boolean =>
  (scenario.kind === 'single' || scenario.kind === 'multiple') &&
  (scenario.pin.length > 0 ||
    scenario.options.some(({ standsFor, never }) => standsFor !== undefined || never === true));
