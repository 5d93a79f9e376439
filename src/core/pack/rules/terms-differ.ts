import { passagesOf, passageText } from './prose.ts';
import { eachScenarioAlone, type Placed, sourceOf, textsOf, warning } from './rule.ts';
import type { ScenarioText } from '#core/pack/model.ts';

/** Names that are written in Latin letters in every language: `KMS`, `CloudFront`, `Lambda@Edge`, `x86`. */
const latinName = /(?<![\w@])[A-Za-z][\w@]*(?:[A-Z\d]|[a-z](?=[A-Z]))[\w@]*/g;

/** Numbers in capitals, and abbreviations that another language may well write out. */
const everyday = new Set(
  'one two three four five six not never except least ip id pid pin os pc tcp url'.split(' '),
);

/** Plural and possessive endings are English, not part of the name. */
const bare = (name: string): string => name.replace(/(?<=[A-Z\d])s$/, '').toLowerCase();

const textOf = (placed: Placed, language: string, text: ScenarioText): string =>
  passagesOf(placed, language, text).map(passageText).join('\n');

const namesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.normalize('NFKC').matchAll(latinName)]
      .map(([name]): [string, string] => [bare(name), name])
      .filter(([name]) => !everyday.has(name)),
  );

/** A service or setting that one language names and the other does not. */
export const termsDiffer = eachScenarioAlone((placed, pack) => {
  const { scenario, path } = placed;
  const source = scenario.text[sourceOf(pack)];
  if (!source) return [];
  const own = textOf(placed, sourceOf(pack), source);
  return textsOf(pack, scenario.text).flatMap(([language, text]) => {
    const other = textOf(placed, language, text);
    const lacking = [
      ...[...namesIn(own)].filter(([name]) => !other.toLowerCase().includes(name)),
      ...[...namesIn(other)].filter(([name]) => !own.toLowerCase().includes(name)),
    ];
    return lacking.map(([, name]) =>
      warning('names_differ', [...path, 'text', language], { name, language }),
    );
  });
});
