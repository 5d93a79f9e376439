import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Line } from '#core/pack/document.ts';
import type { OptionText, Scenario } from '#core/pack/model.ts';
import { editScenario } from './edit-scenario.ts';
import { pictures } from './pack-arbitrary.ts';
import { applyPatches } from './patch.ts';
import { newReport } from './report.ts';
import { readScenario } from './scenario.ts';
import { scenarioIn } from './scenario-arbitrary.ts';
import type { ScenarioEdit } from './scenario-edit.ts';
import { fieldsOf } from './scenario-fields.ts';
import { settledScenario } from './settle-pack.ts';
import { smallPack } from './small-pack.ts';
import { someDocument, someLine } from './text-arbitrary.ts';
import { settledDocument, settledLine } from './settle.ts';
import { documentSource, lineSource } from './to-markdown.ts';
import { writeScenario } from './write-scenario.ts';

const languages = ['en', 'ja'];
const night = smallPack.get('concepts/work/night.md') ?? '';

function read(raw: string): Scenario | null {
  const report = newReport('x.md', [], new Set(pictures.keys()));
  const found = readScenario(report, raw, 'x', languages);
  return found?.doubts.size === 0 ? found.scenario : null;
}

/** The text after an edit that is not refused. */
function edited(raw: string, edit: ScenarioEdit): string {
  const patches = editScenario(raw, languages, edit);
  if (!patches.ok) throw new Error(`${patches.error.code}: ${JSON.stringify(edit)}`);
  return applyPatches(raw, patches.value);
}

/** Comments, blank lines, line ends and marks that a person may have left in a file. */
function sprinkled(text: string, style: number): string {
  const lived = text
    .replace('---\nkind', '--- \n# first\nkind')
    .replace(/\n(checked|was|origin|references):/g, '\n\n# before\n$1:')
    .replace(/\n## /g, '\n<!-- heading -->\n\n\n## ')
    .replace(/\n# (en|ja)\n/g, '\n<!-- language -->\n# $1\n\n');
  return style === 0 ? lived : `\uFEFF${lived.replaceAll('\n', '\r\n')}`;
}

const comments = (text: string): number =>
  (text.match(/<!-- (?:heading|language) -->|# (?:first|before)\r?$/gm) ?? []).length;

/** A scenario, the file of it as it has been lived in, and a text that is to be set. */
const lived = fc
  .tuple(
    scenarioIn(languages),
    fc.nat(1),
    fc.nat(9),
    fc.constantFrom(...languages),
    someLine,
    someDocument,
  )
  .map(([raw, style, at, language, line, document]) => {
    const scenario = settledScenario(languages, { ...raw, id: 'x' });
    const text = sprinkled(writeScenario(scenario, { languages }), style);
    const ids = scenario.text['en']?.options.map(({ id }) => id) ?? [];
    const id = ids[at % ids.length] ?? '';
    return { text, id, language, line: settledLine(line), document: settledDocument(document) };
  })
  // A comment can fall into a fence or a table of the generated text.
  .filter(({ text }) => read(text) !== null && comments(text) > 6);

/** The scenario with one option's text changed. */
const withOption = (
  scenario: Scenario | null,
  language: string,
  id: string,
  change: (option: OptionText) => OptionText,
): unknown =>
  scenario && {
    ...scenario,
    text: {
      ...scenario.text,
      [language]: {
        ...scenario.text[language],
        options: scenario.text[language]?.options.map((one) => (one.id === id ? change(one) : one)),
      },
    },
  };

/** What a scenario says without the accepted wordings, which follow from the texts. */
const withoutAnswers = (scenario: unknown): unknown => ({ ...Object(scenario), answers: null });

interface Given {
  readonly id: string;
  readonly language: string;
  readonly line: Line;
  readonly document: Document;
}

type Law = readonly [
  name: string,
  edit: (given: Given) => ScenarioEdit,
  expected: (before: Scenario, given: Given) => unknown,
];

const laws: readonly Law[] = [
  [
    'situation',
    ({ language, document }) => ({
      edit: 'situation',
      language,
      source: documentSource(document),
    }),
    ({ text, ...rest }, { language, document }) => ({
      ...rest,
      text: { ...text, [language]: { ...text[language], situation: document } },
    }),
  ],
  [
    'question',
    ({ language, line }) => ({ edit: 'question', language, source: lineSource(line) }),
    ({ text, ...rest }, { language, line }) => ({
      ...rest,
      text: { ...text, [language]: { ...text[language], question: line } },
    }),
  ],
  [
    'decides',
    ({ language, document }) => ({ edit: 'decides', language, source: documentSource(document) }),
    ({ text, ...rest }, { language, document }) => ({
      ...rest,
      text: { ...text, [language]: { ...text[language], decides: document } },
    }),
  ],
  [
    'text of an option',
    ({ id, language, line }) => ({
      edit: 'text',
      option: id,
      language,
      source: lineSource(line),
    }),
    (before, { id, language, line }) =>
      withOption(before, language, id, (option) => ({ ...option, text: line })),
  ],
  [
    'reason',
    ({ id, language, document }) => ({
      edit: 'why',
      option: id,
      language,
      source: documentSource(document),
    }),
    (before, { id, language, document }) =>
      withOption(before, language, id, (option) => ({ ...option, why: document })),
  ],
  [
    'no reason',
    ({ id, language }) => ({ edit: 'why', option: id, language, source: '' }),
    (before, { id, language }) =>
      withOption(before, language, id, ({ why: _why, ...option }) => option),
  ],
  [
    'right when',
    ({ id, language, line }) => ({
      edit: 'rightWhen',
      option: id,
      language,
      source: lineSource(line),
    }),
    (before, { id, language, line }) =>
      withOption(before, language, id, (option) => ({ ...option, rightWhen: line })),
  ],
  [
    'front matter 1',
    () => ({ edit: 'front', path: ['case'], value: 'a-case' }),
    (before) => ({ ...before, case: 'a-case' }),
  ],
  [
    'front matter 2',
    () => ({ edit: 'front', path: ['reserve'], value: true }),
    (before) => ({ ...before, reserve: true }),
  ],
  [
    'front matter 3',
    () => ({ edit: 'front', path: ['aged'], value: undefined }),
    (before) => ({ ...before, aged: [] }),
  ],
];

test.each(laws)(
  'an edit changes its field, no other, and no comment: %s',
  (_name, edit, expected) => {
    fc.assert(
      fc.property(lived, ({ text, ...given }) => {
        const before = read(text);
        const after = edited(text, edit(given));
        expect(comments(after)).toBe(comments(text));
        expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
        expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(text));
        expect(withoutAnswers(read(after))).toEqual(
          withoutAnswers(before && expected(before, given)),
        );
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);

describe('options change in all languages at once', () => {
  const ids = (raw: string) => fieldsOf(raw, languages).options.map(({ id }) => id);

  test('add', () => {
    const after = edited(night, {
      edit: 'add',
      option: { id: 'sun', group: 'option', right: false, text: { en: 'The sun', ja: '太陽' } },
      before: 'rope',
    });
    expect(after).toContain('  > It shines.\n- [ ] (sun) The sun\n- [ ] (rope)');
    expect(after).toContain('  > 光ります。\n- (sun) 太陽\n- (rope)');
  });

  test('remove, and what was pinned', () => {
    const pinned = night.replace('kind: single\n', 'kind: single\npin: [rope] # last\n');
    const after = edited(pinned, { edit: 'remove', option: 'rope' });
    expect(ids(after)).toEqual(['lamp']);
    expect(after).not.toMatch(/rope|Rope|ロープ|pin/);
  });

  test('move to the end, reasons with it', () => {
    const after = edited(night, { edit: 'move', option: 'lamp', before: null });
    expect(after).toContain('somebody fell\n- [x] (lamp) A lamp {=lamp}\n  > It shines.\n');
    expect(ids(after)).toEqual(['rope', 'lamp']);
    expect(edited(after, { edit: 'move', option: 'lamp', before: 'rope' })).toBe(night);
  });

  test('rename', () => {
    const after = edited(night, { edit: 'rename', option: 'rope', to: 'line' });
    expect(after).toBe(night.replaceAll('(rope)', '(line)'));
    expect(editScenario(night, languages, { edit: 'rename', option: 'rope', to: 'lamp' }).ok).toBe(
      false,
    );
  });

  test('steps are numbered as they stand', () => {
    const steps = night
      .replace('kind: single', 'kind: ordering')
      .replace('- [x] (lamp) A lamp {=lamp}', '1. (lamp) A lamp')
      .replace('- [ ] (rope) A rope', '2. (rope) A rope')
      .replace('  >> somebody fell\n', '');
    const after = edited(steps, { edit: 'move', option: 'rope', before: 'lamp' });
    expect(after).toContain('1. (rope) A rope\n  > It does not shine.\n2. (lamp) A lamp\n');
    const spare = edited(after, { edit: 'move', option: 'rope', before: null, to: 'spare' });
    expect(spare).toContain('1. (lamp) A lamp\n  > It shines.\n- (rope) A rope\n  > It does not');
  });
});

describe('marks', () => {
  test('what is right', () => {
    const after = edited(night, { edit: 'key', right: ['rope'] });
    expect(after).toContain('- [ ] (lamp)');
    expect(after).toContain('- [x] (rope)');
  });

  test('what an option stands for', () => {
    const one = edited(night, { edit: 'standsFor', option: 'rope', term: 'lamp' });
    expect(one).toContain('- [ ] (rope) A rope {=lamp}\n');
    expect(edited(one, { edit: 'standsFor', option: 'rope', term: null })).toBe(night);
    expect(edited(night, { edit: 'never', option: 'lamp', never: true })).toContain(
      '{=lamp} {never}\n',
    );
  });

  test('another kind keeps words and reasons', () => {
    const matching = edited(night, { edit: 'kind', kind: 'matching' });
    expect(matching).toContain('kind: matching\n');
    expect(matching).toContain('- (lamp) A lamp\n  > It shines.\n- (rope) A rope\n');
    const ordering = edited(night, { edit: 'kind', kind: 'ordering' });
    expect(ordering).toContain('1. (lamp) A lamp\n  > It shines.\n- (rope) A rope\n');
    expect(ordering).toContain('1. (lamp) ランプ');
    const multiple = edited(night, { edit: 'kind', kind: 'multiple' });
    expect(multiple).toBe(
      night
        .replace('single\n', 'multiple\n')
        .replace(
          '{ id: page, url: https://example.org/, title: A page }\n',
          '{ id: page, url: https://example.org/, title: A page }\nchoose: 2\n',
        ),
    );
  });
});

describe('languages', () => {
  test('a new one has the ids of the source', () => {
    const english = edited(night, { edit: 'removeLanguage', language: 'ja' });
    expect(english).not.toContain('# ja');
    const both = edited(english, { edit: 'addLanguage', language: 'ja' });
    expect(both.endsWith('# ja\n##\n\n- (lamp)\n- (rope)\n')).toBe(true);
    expect(
      edited(both, { edit: 'text', option: 'lamp', language: 'ja', source: 'ランプ' }),
    ).toContain('- (lamp) ランプ\n');
    expect(edited(both, { edit: 'question', language: 'ja', source: '何ですか。' })).toContain(
      '## 何ですか。\n',
    );
  });
});

describe('references', () => {
  const front = (value: unknown, ...path: (string | number)[]): string =>
    edited(night, { edit: 'front', path, value });

  test('one more, another title, one less', () => {
    const more = front({ id: 'b', url: 'https://example.org/b', title: 'B: b' }, 'references', 1);
    expect(more).toContain(
      'title: A page }\n  - { id: b, url: https://example.org/b, title: "B: b" }\n',
    );
    expect(front('Another', 'references', 0, 'title')).toContain('title: Another }\n');
    expect(front('頁', 'references', 0, 'id')).toContain('- { id: 頁, url');
  });
});

describe('an edit is refused', () => {
  test.each<ScenarioEdit>([
    { edit: 'situation', language: 'en', source: '## Another heading' },
    { edit: 'situation', language: 'en', source: '```\nan open fence' },
    { edit: 'decides', language: 'en', source: '<!-- an open comment' },
    { edit: 'decides', language: 'en', source: 'text\n\n# ja' },
    { edit: 'why', option: 'lamp', language: 'en', source: '> a quote' },
    { edit: 'text', option: 'rope', language: 'en', source: 'rope {=lamp}' },
    { edit: 'text', option: 'none', language: 'en', source: 'rope' },
    { edit: 'question', language: 'fr', source: 'Quoi ?' },
    { edit: 'addLanguage', language: 'ja' },
    { edit: 'add', option: { id: 'Bad Id', group: 'option', text: {} }, before: null },
  ])('%j', (edit) => {
    expect(editScenario(night, languages, edit).ok).toBe(false);
  });
});

describe('a half-written file shows what it has', () => {
  test('no front matter', () => {
    const raw = '# en\nDark.\n\n## What?\n\n- [x] (a) A';
    const { situation, options } = fieldsOf(raw, languages);
    expect(situation).toEqual({ en: 'Dark.' });
    expect(options).toMatchObject([{ id: 'a', right: true, text: { en: 'A' } }]);
  });

  test('front matter with holes', () => {
    const raw = '---\nkind: sinlge\nchoose:\nreferences:\n  - { id: a }\ncase: b\n---\n# en\n##\n';
    const { front, question } = fieldsOf(raw, languages);
    expect(front).toMatchObject({ case: 'b', references: [{ id: 'a', url: '', title: {} }] });
    expect(front.kind).toBeUndefined();
    expect(question).toEqual({ en: '' });
    expect(edited(raw, { edit: 'front', path: ['choose'], value: 2 })).toContain('\nchoose: 2\n');
  });
});
