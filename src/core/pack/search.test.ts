import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from './document.ts';
import type { ConceptChunk, NoteChunk } from './library.ts';
import type { Scenario } from './model.ts';
import { excerpt, fold, indexConcept, indexNote, search, searchTerms } from './search.ts';

const says = (text: string): Document => [{ type: 'paragraph', children: [text] }];

const scenario = (id: string, language: string, question: string, reserve = false): Scenario => ({
  id,
  kind: 'single',
  was: [],
  reserve,
  checked: { on: '2026-11-20', how: 'live' },
  references: [],
  aged: [],
  textRev: 't1',
  keyRev: 'k1',
  options: [{ id: 'a', right: true }],
  pin: [],
  text: {
    [language]: {
      situation: says('A hospital encrypts its archive.'),
      question: [question],
      options: [
        { id: 'a', text: ['An HSM of its own'], why: says('Because it is single-tenant.') },
      ],
      decides: says('Whose module it is.'),
    },
  },
});

const chunk = (over: Partial<ConceptChunk> = {}): ConceptChunk => ({
  id: 'hsm',
  language: 'en',
  title: 'KMS or CloudHSM',
  rule: says('TLS offload needs CloudHSM.'),
  cases: [],
  scenarios: [scenario('tls', 'en', 'Which service?')],
  aged: [],
  ...over,
});

const pack = { uid: 'pack' };
const find = (chunks: readonly ConceptChunk[], query: string) =>
  search(
    chunks.flatMap((each) => indexConcept(pack, each)),
    searchTerms(query),
  );

const fieldOf = (query: string) => find([chunk()], query)[0]?.passages[0];

describe('folding', () => {
  test.each([
    ['ＫＭＳ', 'kms'],
    ['ｶﾞｲﾄﾞ', 'がいど'],
    ['ガイド', 'がいど'],
    ['Straße', 'strasse'],
    ['S3 バケット', 's3ばけっと'],
    ['a  b\nc', 'a b c'],
    ['don’t', "don't"],
    ['multi‑Region', 'multi-region'],
    ['か\u3099', 'が'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('a query is cut at blanks of either width, and each term counts once', () => {
    expect(searchTerms('  KMS　キー kms ')).toEqual(['kms', 'きー']);
  });

  test('a folded text folds to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ｶﾞ', ...Array.from('aＡßカか 、中-‐’é')) }),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        },
      ),
    );
  });
});

describe('searching', () => {
  test('Japanese is found inside a text without blanks, in either kana and width', () => {
    const japanese = chunk({ language: 'ja', title: 'S3のバージョニングを止める', scenarios: [] });
    for (const query of ['バージョニング', 'ばーじょにんぐ', 'ﾊﾞｰｼﾞｮﾆﾝｸﾞ', 'Ｓ３ 止め', 's3の'])
      expect(find([japanese], query)).toHaveLength(1);
    expect(find([japanese], 's3 再開')).toEqual([]);
  });

  test('all terms must be in the same concept and language, in any of its texts', () => {
    expect(find([chunk()], 'offload hospital')).toHaveLength(1);
    const other = chunk({ id: 'other', title: 'Other', rule: says('Nothing'), scenarios: [] });
    expect(find([chunk({ scenarios: [] }), other], 'offload nothing')).toEqual([]);
  });

  test('titles come before rules, and rules before situations', () => {
    const titled = chunk({ id: 'titled', title: 'A hospital', scenarios: [] });
    const ruled = chunk({ id: 'ruled', rule: says('No hospital may'), scenarios: [] });
    expect(find([chunk(), ruled, titled], 'hospital').map(({ id }) => id)).toEqual([
      'titled',
      'ruled',
      'hsm',
    ]);
  });

  test('an option, a reason and what decides are found and say where they stand', () => {
    expect(fieldOf('of its own')).toMatchObject({ field: 'option', scenario: 'tls' });
    expect(fieldOf('single-tenant')).toMatchObject({ field: 'reason', scenario: 'tls' });
    expect(fieldOf('whose module')).toMatchObject({ field: 'decides', scenario: 'tls' });
  });

  test('nothing of a reserve scenario is found, nor of a case that only it uses', () => {
    const reserved = chunk({
      cases: [{ id: 'bank', title: 'A bank', situation: says('It has a vault.') }],
      scenarios: [{ ...scenario('exam', 'en', 'What of the vault?', true), case: 'bank' }],
    });
    expect(find([reserved], 'vault')).toEqual([]);
    const open = chunk({
      ...reserved,
      scenarios: [{ ...scenario('tls', 'en', 'Which?'), case: 'bank' }],
    });
    expect(find([open], 'vault')).toHaveLength(1);
  });

  test('a note is found by its text, its claims and what is true today', () => {
    const note: NoteChunk = {
      id: 'dms',
      language: 'en',
      checked: { on: '2026-11-20', how: 'live' },
      references: [],
      claims: [],
      text: {
        en: {
          title: 'Moving a database',
          body: [
            { type: 'text', blocks: says('A look at migration.') },
            { type: 'claim', id: '1', says: ['Downtime is zero.'], today: says('It is short.') },
          ],
        },
      },
    };
    for (const query of ['moving', 'migration', 'zero', 'short'])
      expect(search(indexNote(pack, note), searchTerms(query))).toMatchObject([
        { type: 'note', id: 'dms' },
      ]);
  });

  test('no terms find nothing', () => {
    expect(find([chunk()], '  ')).toEqual([]);
  });
});

describe('excerpts', () => {
  test('the found letters are the original ones, marks and width included', () => {
    expect(excerpt('鍵はｶﾞｲﾄﾞで', searchTerms('ガイド'))).toEqual([
      { text: '鍵は', hit: false },
      { text: 'ｶﾞｲﾄﾞ', hit: true },
      { text: 'で', hit: false },
    ]);
  });

  test('hits that touch are one', () => {
    expect(excerpt('CloudHSM', searchTerms('cloud dhsm'))).toEqual([
      { text: 'CloudHSM', hit: true },
    ]);
  });

  test('a long text is cut around its first hit, at blanks', () => {
    const long = `${'before '.repeat(60)}needle${' after'.repeat(60)}`;
    const pieces = excerpt(long, ['needle'], 40);
    const shown = pieces.map(({ text }) => text).join('');
    expect(shown).toMatch(/^… before .*needle after.* after …$/);
    expect(shown.length).toBeLessThan(70);
  });

  test('an excerpt of a short text is the text itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
        (text, query) => {
          const pieces = excerpt(text, searchTerms(query), 200);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        },
      ),
    );
  });

  test('whatever is found is marked', () => {
    const letters = Array.from('aAカかｶﾞゝ  漢Ｂb-');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }),
        fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 }),
        (text, query) => {
          const terms = searchTerms(query);
          const isFound = terms.some((term) => fold(text).includes(term));
          expect(excerpt(text, terms).some(({ hit }) => hit)).toBe(isFound);
        },
      ),
    );
  });
});
