import type { KindName } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { childOf, childrenOf, innerXml, textOf, type XmlElement } from '#formats/xml.ts';
import { fractionOf } from './outcome.ts';

/** Elements that the reader turns into a question. */
const read = new Set(
  'name questiontext generalfeedback answer subquestion selectoption dragbox tags coursetags idnumber usecase file'.split(
    ' ',
  ),
);

/** What Moodle writes when nobody chose anything. */
const usual: ReadonlyMap<string, RegExp> = new Map([
  ['defaultgrade', /^1(?:\.0*)?$/],
  ['penalty', /^0\.333\d*$/],
  ['hidden', /^0$/],
  ['shuffleanswers', /^(?:1|true)$/i],
  ['answernumbering', /^(?:abc|none)$/],
  ['showstandardinstruction', /^[01]$/],
]);

/** One text; longer ones are left out. */
const LONGEST = 20_000;

function valueOf(element: XmlElement): string {
  const text = childOf(element, 'text');
  if (text) return (childrenOf(text).length > 0 ? innerXml(text) : textOf(text)).trim();
  return (childrenOf(element).length > 0 ? innerXml(element) : textOf(element)).trim();
}

/** Flags of a hint, `<clearwrong/>`, which have no words. */
const flagsOf = (element: XmlElement): string =>
  childOf(element, 'text')
    ? childrenOf(element)
        .map(({ name }) => name)
        .filter((name) => name !== 'text' && name !== 'file')
        .join(' ')
    : '';

function entriesOf(element: XmlElement, key: string): readonly (readonly [string, string])[] {
  const value = valueOf(element);
  const format = element.attributes.get('format') ?? 'html';
  const isFlag = value === '' && element.name === 'shownumcorrect';
  if (value === '' && !isFlag) return [];
  if (usual.get(element.name)?.test(value)) return [];
  const flags = flagsOf(element);
  return [
    [key, isFlag ? 'true' : value],
    ...(format === 'html' ? [] : [[`${key} format`, format] as const]),
    ...(flags === '' ? [] : [[`${key} flags`, flags] as const]),
  ];
}

/** The shares of the mark, when they are not those that follow from the key. */
function fractionsOf(question: XmlElement, kind: KindName): readonly (readonly [string, string])[] {
  if (kind !== 'single' && kind !== 'multiple' && kind !== 'short') return [];
  const fractions = childrenOf(question, 'answer').map(fractionOf);
  const isUsual =
    kind !== 'multiple' && fractions.every((fraction) => fraction === 0 || fraction === 100);
  return isUsual || fractions.length > 40 ? [] : [['fractions', fractions.join(' ')]];
}

/** What has no place in our model, as strings, for the way back; and what is too long for that. */
export function keptOf(
  question: XmlElement,
  kind: KindName,
): { readonly kept: Readonly<Record<string, string>>; readonly remarks: readonly Remark[] } {
  const counts = new Map<string, number>();
  const entries: (readonly [string, string])[] = [];
  const remarks: Remark[] = [];
  for (const element of childrenOf(question)) {
    const { name } = element;
    if (read.has(name) || (name === 'single' && kind !== 'short')) continue;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const found = entriesOf(element, count === 1 ? name : `${name} ${count}`);
    if (found.some(([, value]) => value.length > LONGEST) || count > 40)
      remarks.push({ code: 'moodle-kept-too-long', params: { name: name.slice(0, 60) } });
    else entries.push(...found);
  }
  const kept = [...entries, ...fractionsOf(question, kind)].filter(([key]) => key !== '__proto__');
  return { kept: Object.fromEntries(kept), remarks };
}
