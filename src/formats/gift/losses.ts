import type { Language } from '#core/language.ts';
import type { Pack, ScenarioText } from '#core/pack/model.ts';
import type { Remark } from '#formats/imported.ts';
import { textHasImage } from '#formats/losses.ts';
import { placed, type Placed } from './pack.ts';
import { unwritable } from './write.ts';

interface Loss {
  readonly code: string;
  readonly concerns: (one: Placed, text: ScenarioText) => boolean;
}

/** What GIFT has no place for, in a scenario that it can hold. */
const losses: readonly Loss[] = [
  { code: 'gift-drops-pictures', concerns: (_, text) => textHasImage(text) },
  {
    code: 'gift-drops-sources',
    concerns: ({ scenario }) => scenario.references.length > 0 || scenario.checked !== undefined,
  },
  {
    code: 'gift-drops-right-when',
    concerns: (_, text) => text.options.some(({ rightWhen }) => rightWhen !== undefined),
  },
  {
    code: 'gift-drops-terms',
    concerns: ({ scenario }) =>
      'options' in scenario &&
      scenario.options.some(({ standsFor, never }) => standsFor !== undefined || never === true),
  },
  {
    code: 'gift-drops-pins',
    concerns: ({ scenario }) => 'pin' in scenario && scenario.pin.length > 0,
  },
  { code: 'gift-drops-reserve', concerns: ({ scenario }) => scenario.reserve },
  { code: 'gift-drops-case', concerns: ({ scenario }) => scenario.case !== undefined },
  {
    code: 'gift-drops-compare',
    concerns: ({ scenario }) => scenario.kind === 'short' && scenario.compare === 'exact',
  },
  {
    code: 'gift-drops-pair-reasons',
    concerns: ({ scenario }, text) =>
      scenario.kind === 'matching' && text.options.some(({ why }) => why !== undefined),
  },
];

/** What an export of the pack to GIFT in this language would lose: said before anything is written. */
export function giftLosses(pack: Pack, language: Language): readonly Remark[] {
  const all = placed(pack, language);
  const left = all.flatMap(({ id, question }): readonly Remark[] => {
    const reason = unwritable(question);
    if (reason === 'ordering') return [{ code: 'gift-leaves-ordering', params: { id } }];
    return reason === 'arrow' ? [{ code: 'gift-leaves-arrow', params: { id } }] : [];
  });
  const written = all.filter(({ question }) => unwritable(question) === null);
  const dropped = losses.flatMap(({ code, concerns }): readonly Remark[] => {
    const count = written.filter((one) => {
      const text = one.question.text[language];
      return text !== undefined && concerns(one, text);
    }).length;
    return count === 0 ? [] : [{ code, params: { count } }];
  });
  return [...left, ...dropped, ...packLosses(pack, language, all.length)];
}

function packLosses(pack: Pack, language: Language, taken: number): readonly Remark[] {
  const others = pack.languages.filter((other) => other !== language);
  const untold = pack.concepts.flatMap(({ scenarios }) => scenarios).length - taken;
  const remarks: Remark[] = [];
  if (untold > 0) remarks.push({ code: 'gift-leaves-untranslated', params: { count: untold } });
  if (others.length > 0)
    remarks.push({ code: 'gift-drops-languages', params: { languages: others.join(', ') } });
  if (pack.notes.length > 0)
    remarks.push({ code: 'gift-drops-notes', params: { count: pack.notes.length } });
  if (pack.concepts.length > 0)
    remarks.push({ code: 'gift-drops-rules', params: { count: pack.concepts.length } });
  return remarks;
}
