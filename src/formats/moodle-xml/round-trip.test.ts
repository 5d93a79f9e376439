import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText, type Line } from '#core/pack/document.ts';
import type { OptionText, Scenario, ScenarioText } from '#core/pack/model.ts';
import { packOf } from '#core/pack/rules/sample.ts';
import { arbitraryDocument, arbitraryLine, pictureNames } from '#formats/arbitrary-documents.ts';
import type { ImportedQuestion } from '#formats/imported.ts';
import { letter } from './outcome.ts';
import { read } from './sample.ts';
import { writeMoodleXml } from './write.ts';

const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const jpg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const webp = new TextEncoder().encode('RIFF....WEBPVP8 ');
const surroundings = {
  media: new Map([
    ['map.png', picture],
    ['a-b_2.jpg', jpg],
    ['x.webp', webp],
  ]),
  rightWhen: (language: string) => `<${language}>`,
};
/** Scenarios as the format can hold them: no shared case, no spare steps, no reasons of pairs, plain choices there. */

const plainWords = arbitraryLine.map((line) => lineText(line).replaceAll(/\s+/g, ' ').trim());

interface Shape {
  readonly kind: Scenario['kind'];
  readonly languages: readonly string[];
  readonly count: number;
  readonly rights: readonly boolean[];
  readonly choices: readonly number[];
}

const shape: fc.Arbitrary<Shape> = fc
  .record({
    kind: fc.constantFrom<Scenario['kind'][]>(
      'single',
      'multiple',
      'ordering',
      'matching',
      'short',
    ),
    languages: fc.constantFrom(['en'], ['en', 'ja'], ['en', 'ja', 'pt-BR']),
    count: fc.integer({ min: 3, max: 6 }),
    rights: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    choices: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
  })
  .map((one) => ({
    ...one,
    // Each wording of a typed answer is an answer in Moodle, whatever the language.
    languages: one.kind === 'short' ? ['en'] : one.languages,
  }));

const idsOf = ({ kind, count }: Shape): readonly string[] =>
  Array.from({ length: kind === 'matching' ? count + 3 : count }, (_, at) => letter(at));

const isPlain = ({ kind }: Shape, at: number): boolean =>
  kind === 'short' || (kind === 'matching' && at >= 3);

function option(one: Shape, id: string, at: number, language: string): fc.Arbitrary<OptionText> {
  // Numbers tell options apart: choices that read the same are one.
  const words = isPlain(one, at)
    ? plainWords.map((plain): Line => [`${at}${language}${plain}`])
    : arbitraryLine.map((line): Line => [
        { type: 'strong', children: [`${at}${language}`] },
        ...line,
      ]);
  if (one.kind === 'matching') return words.map((line) => ({ id, text: line }));
  const why = fc.option(
    arbitraryDocument.filter(({ length }) => length > 0),
    { nil: undefined },
  );
  const rightWhen = fc.option(arbitraryLine, { nil: undefined });
  return fc.tuple(words, why, rightWhen).map(([line, reason, condition]) => ({
    id,
    text: line,
    ...(reason ? { why: reason } : {}),
    ...(condition ? { rightWhen: condition } : {}),
  }));
}

const textOf = (one: Shape, language: string): fc.Arbitrary<ScenarioText> =>
  fc.record({
    situation: arbitraryDocument,
    question: arbitraryLine.map((line): Line => [
      { type: 'emphasis', children: [language] },
      ...line,
    ]),
    options: fc.tuple(...idsOf(one).map((id, at) => option(one, id, at, language))),
    decides: arbitraryDocument,
  });

function keyOf(one: Shape, { options: written }: ScenarioText) {
  const ids = idsOf(one);
  // The first is wrong and the second and third are right, whatever the dice say of the others.
  const rights = one.rights.map((right, at) => (at < 3 ? at > 0 : right));
  switch (one.kind) {
    case 'single':
      return { kind: one.kind, options: ids.map((id, at) => ({ id, right: at === 1 })), pin: [] };
    case 'multiple': {
      const options = ids.map((id, at) => ({ id, right: rights[at] === true }));
      const choose = options.filter(({ right }) => right).length;
      return { kind: one.kind, choose, options, pin: [] };
    }
    case 'ordering':
      return { kind: one.kind, steps: ids, spare: [] };
    case 'matching': {
      const choices = ids.slice(3);
      // Choices come back in the order in which they are needed first.
      const pairs = one.choices.map((choice) => choice % choices.length);
      const inOrder = [...new Set([...pairs, ...choices.keys()])];
      const prompts = pairs.map((choice, at) => ({
        id: letter(at),
        choice: choices[inOrder.indexOf(choice)] ?? '',
      }));
      return { kind: one.kind, prompts, choices };
    }
    case 'short': {
      const answers = ids.map((id, at) => ({
        id,
        right: rights[at] === true,
        texts: [lineText(written[at]?.text ?? [])],
      }));
      return { kind: one.kind, compare: one.count % 2 === 0 ? 'exact' : 'prose', answers } as const;
    }
  }
}

const scenario: fc.Arbitrary<Scenario> = shape.chain((one) =>
  fc.tuple(...one.languages.map((language) => textOf(one, language))).map((texts): Scenario => {
    const [first] = texts;
    if (!first) throw new Error('no language');
    return {
      id: 'q',
      was: [],
      reserve: false,
      references: [],
      aged: [],
      textRev: '',
      keyRev: '',
      text: Object.fromEntries(one.languages.map((language, at) => [language, texts[at]])),
      ...keyOf(one, first),
    };
  }),
);

/** All that the two have in common. */
const core = ({ text: words, ...rest }: Scenario | ImportedQuestion) => {
  const { kind } = rest;
  switch (kind) {
    case 'single':
    case 'multiple':
      return { kind, words, options: rest.options };
    case 'ordering':
      return { kind, words, steps: rest.steps };
    case 'matching':
      return { kind, words, prompts: rest.prompts, choices: rest.choices };
    case 'short':
      return { kind, words, compare: rest.compare, answers: rest.answers };
  }
};

test('what the format can hold comes back as it was', () => {
  fc.assert(
    fc.property(scenario, (one) => {
      const pack = { ...packOf(one), languages: ['en', 'ja', 'pt-BR'] };
      const { items, media } = read(writeMoodleXml(pack, surroundings), 'en');
      const [found] = items;
      expect(items).toHaveLength(1);
      if (!found?.question) throw new Error(JSON.stringify(found?.remarks));
      expect(core(found.question)).toEqual(core(one));
      for (const [name, bytes] of media) {
        expect(pictureNames).toContain(name);
        expect(bytes).toEqual(surroundings.media.get(name));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
