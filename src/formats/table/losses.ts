import type { Pack, Scenario } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { counted, hasMarkup, hasOptionFacts } from '#formats/losses.ts';

/** What a table cannot hold of a pack, before it is written. */
export function lossesOfCsv(pack: Pack): readonly Remark[] {
  const all = pack.concepts.flatMap(({ scenarios }) => scenarios);
  const count = (passes: (scenario: Scenario) => boolean) => all.filter(passes).length;
  const others = pack.languages.slice(1);
  const rules = pack.concepts.filter(({ text }) =>
    Object.values(text).some((words) => (words?.rule.length ?? 0) > 0),
  );
  return [
    ...counted({ code: 'csv-loses-markup' }, count(hasMarkup)),
    ...counted(
      { code: 'csv-loses-cases' },
      count((scenario) => scenario.case !== undefined),
    ),
    ...counted({ code: 'csv-loses-options' }, count(hasOptionFacts)),
    ...counted(
      { code: 'csv-loses-references' },
      count(({ references }) => references.length > 0),
    ),
    ...counted(
      { code: 'csv-loses-checked' },
      count(({ checked }) => checked !== undefined),
    ),
    ...counted(
      { code: 'csv-loses-reserve' },
      count(({ reserve }) => reserve),
    ),
    ...counted({ code: 'csv-loses-rules' }, rules.length),
    ...counted({ code: 'csv-loses-notes' }, pack.notes.length),
    ...(others.length === 0
      ? []
      : [{ code: 'csv-loses-titles', params: { languages: others.join(', ') } }]),
  ];
}
