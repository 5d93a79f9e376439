import type { Scenario } from '#core/pack/model.ts';
import { escapeXml } from '#formats/xml.ts';
import { textElement } from './write-field.ts';

/** Elements with words alone, in the order in which Moodle writes them, with what it writes when nobody chose. */
const plain: readonly (readonly [name: string, usual: string | null])[] = [
  ['defaultgrade', '1.0000000'],
  ['penalty', '0.3333333'],
  ['hidden', '0'],
  ['shuffleanswers', 'true'],
  ['answernumbering', 'abc'],
  ['showstandardinstruction', null],
  ['layouttype', null],
  ['selecttype', null],
  ['selectcount', null],
  ['gradingtype', null],
  ['showgrading', null],
  ['numberingstyle', null],
];
const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'] as const;
const flagNames = new Set(['clearwrong', 'shownumcorrect']);
const formats = new Set(['html', 'markdown', 'plain_text', 'moodle_auto_format']);

/** What came from Moodle and has no place in the model, as the elements that it was. */
export function keptElements(scenario: Scenario): {
  readonly before: readonly string[];
  readonly after: readonly string[];
} {
  const kept = scenario.origin?.format === 'moodle-xml' ? (scenario.origin.kept ?? {}) : {};
  const valueOf = (name: string): string | null =>
    Object.hasOwn(kept, name) ? (kept[name] ?? null) : null;
  const texts = (key: string, name: string): readonly string[] => {
    const value = valueOf(key);
    if (value === null) return [];
    const format = valueOf(`${key} format`) ?? 'html';
    const flags = (valueOf(`${key} flags`) ?? '')
      .split(' ')
      .filter((flag) => flagNames.has(flag))
      .map((flag) => `<${flag}/>`);
    const known = formats.has(format) ? format : 'html';
    return [`<${name} format="${known}">${textElement(value)}${flags.join('')}</${name}>`];
  };
  const hints = Object.keys(kept).filter((key) => /^hint(?: \d+)?$/.test(key));
  return {
    before: [
      ...plain.flatMap(([name, usual]) => {
        const value = valueOf(name) ?? usual;
        return value === null ? [] : [`<${name}>${escapeXml(value)}</${name}>`];
      }),
      ...combined.flatMap((name) => texts(name, name)),
      ...(valueOf('shownumcorrect') === null ? [] : ['<shownumcorrect/>']),
    ],
    after: hints.flatMap((key) => texts(key, 'hint')),
  };
}
