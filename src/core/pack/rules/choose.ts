import { lineText } from '#core/pack/document.ts';
import { eachScenario, error, type Finding, textsOf } from './rule.ts';

const english = ['', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const japanese = '一二三四五六七八九';

/** Numbers in capitals: "Which TWO". */
function englishNumbers(stem: string): number[] {
  return [...stem.matchAll(/\b[A-Z]{3,5}\b/g)]
    .map(([word]) => english.indexOf(word))
    .filter((number) => number > 0);
}

/** 「2 つ」「２つ」「二つ」 */
function japaneseNumbers(stem: string): number[] {
  const counted = /([1-9]|[一二三四五六七八九])\s*(?:つ|個|件)/gu;
  return [...stem.normalize('NFKC').matchAll(counted)].map(([, figure = '']) =>
    japanese.includes(figure) ? japanese.indexOf(figure) + 1 : Number(figure),
  );
}

const readers = new Map([
  ['en', englishNumbers],
  ['ja', japaneseNumbers],
]);

/** `choose` against the number of keys, and against the words of the stem. */
export const choose = eachScenario(({ scenario, path }, pack) => {
  if (scenario.kind !== 'single' && scenario.kind !== 'multiple') return [];
  const keys = scenario.options.filter(({ right }) => right).length;
  const asked = scenario.kind === 'multiple' ? scenario.choose : 1;
  const found: Finding[] = [];
  if (keys !== asked) found.push(error('choose_differs_from_keys', path, { choose: asked, keys }));
  for (const [language, { question }] of textsOf(pack, scenario.text)) {
    const numbers = readers.get(language)?.(lineText(question));
    const at = [...path, 'text', language, 'question'];
    const params = { choose: asked, language };
    if (!numbers || numbers.includes(asked)) continue;
    if (scenario.kind === 'multiple') found.push(error('choose_not_in_stem', at, params));
    else if (numbers.length > 0 && asksForSeveral(lineText(question)))
      found.push(error('choose_differs_from_stem', at, params));
  }
  return found;
});

/** A number in the stem of a `single` may count something else. */
const asksForSeveral = (stem: string): boolean =>
  /\b(?:which|choose|select|pick)\s+(?:TWO|THREE|FOUR|FIVE|SIX)\b/i.test(stem) ||
  /[2-9二三四五六]\s*(?:つ|個)(?:を)?\s*(?:選|お選び)/u.test(stem.normalize('NFKC'));
