import type { Line } from '#core/pack/document.ts';
import { lineText } from '#core/pack/document.ts';
import { eachScenario, optionsOf, textsOf, warning } from './rule.ts';

const negatives = new Map([
  ['en', /\b(?:which|what|choose|select)\b[^?.]*\b(?:not|never|cannot|except)\b/i],
  [
    'ja',
    /(?:ない|誤っている|誤った|不適切な|当てはまらない)(?:もの|の|方法|手順|操作|サービス|説明|選択肢)(?:は|を|の)/u,
  ],
]);

/** The words of a line that are neither marked nor strong. */
const plain = (line: Line): Line =>
  line.filter(
    (node) => typeof node === 'string' || (node.type !== 'mark' && node.type !== 'strong'),
  );

/** A stem that asks for what does not hold says so where nobody reads past it: in capitals, strong or marked. */
export const negative = eachScenario(({ scenario, path }, pack) => {
  if (optionsOf(scenario).length === 0) return [];
  return textsOf(pack, scenario.text).flatMap(([language, { question }]) => {
    const words = lineText(plain(question)).replaceAll(/\b(?:NOT|NEVER|CANNOT|EXCEPT)\b/g, '');
    return negatives.get(language)?.test(words)
      ? [warning('negative_unmarked', [...path, 'text', language, 'question'], { language })]
      : [];
  });
});
