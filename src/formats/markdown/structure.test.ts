import { describe, expect, test } from 'vitest';
import type { Problem } from '#core/pack/problem.ts';
import { formerIds } from '#core/pack/rules/former-ids.ts';
import { ids } from '#core/pack/rules/ids.ts';
import { names } from '#core/pack/rules/names.ts';
import type { Result } from '#core/result.ts';
import { moveAddress, setChecked, setDomain, setReference } from './bulk.ts';
import type { Files } from './folder.ts';
import { addCase, addConcept, addDomain, addNote, addScenario } from './new-parts.ts';
import { readPack } from './read-pack.ts';
import { findText, replaceText } from './replace-text.ts';
import { freeId, slugOf } from './slug.ts';
import { smallPack } from './small-pack.ts';
import {
  copyConcept,
  copyScenario,
  deleteConcept,
  deleteScenario,
  moveScenario,
  renameConcept,
  renameScenario,
  unusedMedia,
} from './structure.ts';

const text = (files: Files, path: string): string => String(files.get(path) ?? '');

/** Two concepts; the options of one stand for the other, which is mixed up with it. */
const files: Files = new Map<string, string | Uint8Array>([
  ...smallPack,
  ['pack.yaml', `# ours\n${text(smallPack, 'pack.yaml')}retired: [work/gone] # one\n`],
  [
    'concepts/rest/concept.md',
    text(smallPack, 'concepts/work/concept.md').replace(
      'domain: nights',
      'domain: nights\nconfusable: [work] # often\nwas: [sleep]',
    ),
  ],
  [
    'concepts/rest/bed.md',
    text(smallPack, 'concepts/work/night.md')
      .replace('{=lamp}', '{=work}')
      .replace('kind: single', 'kind: single\nwas: [couch]')
      .replace('It is ==dark== here.', 'It is ==dark== here.\n\n![A bed](media/bed.png)'),
  ],
  ['media/bed.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
]);

/** The files, of which nothing is wrong with ids and names. */
function sound(result: Result<Files, Problem>): Files {
  if (!result.ok) throw new Error(result.error.code);
  const { pack, problems } = readPack(result.value);
  expect(problems).toEqual([]);
  expect(pack && [...formerIds(pack), ...names(pack), ...ids(pack)]).toEqual([]);
  return result.value;
}

const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? '' : result.error.code);

describe('a renamed concept', () => {
  test('takes its files, its past and all that names it along', () => {
    const after = sound(renameConcept(files, 'work', 'labour'));
    expect(after.has('concepts/work/concept.md')).toBe(false);
    expect(text(after, 'concepts/labour/concept.md')).toContain('was: [ work ]');
    expect(text(after, 'concepts/labour/night.md')).toBe(text(files, 'concepts/work/night.md'));
    expect(text(after, 'concepts/rest/bed.md')).toContain('(lamp) A lamp {=labour}');
    expect(text(after, 'concepts/rest/concept.md')).toContain('confusable: [labour] # often');
    expect(text(after, 'pack.yaml')).toContain('retired: [work/gone, labour/gone] # one');
  });

  test('comes back to its former id', () => {
    const there = sound(renameConcept(files, 'rest', 'bedtime'));
    expect(text(there, 'concepts/bedtime/concept.md')).toContain('was: [ sleep, rest ]');
    const back = sound(renameConcept(there, 'bedtime', 'sleep'));
    expect(text(back, 'concepts/sleep/concept.md')).toContain('was: [ rest, bedtime ]');
  });

  test.each([
    ['Bad Id', 'bad_id'],
    ['rest', 'id_twice'],
    ['lamp', 'term_is_concept'],
    ['sleep', 'was_in_use'],
  ])('is refused %s', (id, code) => {
    expect(codeOf(renameConcept(files, 'work', id))).toBe(code);
  });
});

describe('a renamed scenario', () => {
  test('says what it was called', () => {
    const after = sound(renameScenario(files, 'rest', 'bed', 'sofa'));
    expect(text(after, 'concepts/rest/sofa.md')).toContain('was: [ couch, bed ]');
    const back = sound(renameScenario(after, 'rest', 'sofa', 'couch'));
    expect(text(back, 'concepts/rest/couch.md')).toContain('was: [ bed, sofa ]');
  });

  test.each([
    ['concept', 'bad_id'],
    ['gone', 'retired_reused'],
  ])('is refused %s', (id, code) => {
    expect(codeOf(renameScenario(files, 'work', 'night', id))).toBe(code);
  });
});

test('a scenario that moves leaves retired ids behind, and has no past', () => {
  const after = sound(
    moveScenario(files, { concept: 'rest', scenario: 'bed' }, { concept: 'work', scenario: 'bed' }),
  );
  expect(text(after, 'concepts/work/bed.md')).not.toContain('was:');
  expect(text(after, 'pack.yaml')).toContain('retired: [work/gone, rest/bed, rest/couch]');
  const gone = { concept: 'work', scenario: 'gone' };
  expect(codeOf(moveScenario(files, { concept: 'rest', scenario: 'bed' }, gone))).toBe(
    'retired_reused',
  );
});

test('a copy has no past', () => {
  const one = sound(copyConcept(files, 'rest', 'pause'));
  expect(text(one, 'concepts/pause/concept.md')).not.toContain('was:');
  expect(text(one, 'concepts/pause/bed.md')).not.toContain('was:');
  const two = sound(
    copyScenario(files, { concept: 'rest', scenario: 'bed' }, { concept: 'rest', scenario: 'b' }),
  );
  expect(text(two, 'concepts/rest/b.md')).not.toContain('was:');
});

describe('what is deleted', () => {
  test('leaves its ids retired, and says which pictures nothing shows any more', () => {
    const after = deleteScenario(files, 'rest', 'bed');
    expect(after).toMatchObject({ ok: true, value: { unusedMedia: ['bed.png'] } });
    if (after.ok) sound({ ok: true, value: after.value.files });
    expect(text(after.ok ? after.value.files : files, 'pack.yaml')).toContain(
      'retired: [work/gone, rest/bed, rest/couch]',
    );
  });

  test('stays as a term where options stand for it', () => {
    const after = deleteConcept(files, 'work');
    const left = sound(after.ok ? { ok: true, value: after.value.files } : after);
    expect(text(left, 'pack.yaml')).toContain('work: { en: Night work, ja: 夜の仕事 }');
    expect(text(left, 'pack.yaml')).toContain('retired: [work/gone, work] # one');
    expect(text(left, 'concepts/rest/concept.md')).not.toContain('confusable');
  });

  test('a picture that is shown is in use', () => {
    expect(unusedMedia(files)).toEqual([]);
    expect(unusedMedia(new Map([...files, ['media/b.png', new Uint8Array()]]))).toEqual(['b.png']);
  });
});

describe('new parts', () => {
  test('have ids of their titles, and of their sort where a title gives none', () => {
    expect(addConcept(files, 'Résumé & CV', 'nights').id).toBe('resume-cv');
    expect(addConcept(files, '夜の仕事', 'nights').id).toBe('concept-1');
    expect(addConcept(files, 'Sleep', 'nights').id).toBe('sleep-2');
    expect(addScenario(files, 'work', 'Gone', 'single').id).toBe('gone-2');
    expect(addScenario(files, 'rest', 'Couch', 'single').id).toBe('couch-2');
    expect(addScenario(files, 'rest', 'Concept', 'single').id).toBe('concept-2');
    expect(addCase(files, 'Pier').id).toBe('pier-2');
    expect(addNote(files, '# 1').id).toBe('1');
    expect(addDomain(files, 'Days')).toMatchObject({ ok: true, value: { id: 'days' } });
    expect(text(addNote(files, '# 1').files, 'notes/1.md')).toContain('## # 1\n');
  });

  test.each([
    ['', ''],
    ['TLS offload: CloudHSM, not KMS', 'tls-offload-cloudhsm-not-kms'],
    ['ＫＭＳ の鍵', 'kms'],
    ['x'.repeat(100), 'x'.repeat(48)],
  ])('%j gives %j', (title, id) => {
    expect(slugOf(title)).toBe(id);
  });

  test('a number is the first that is free', () => {
    expect(freeId('夜', 'concept', (id) => ['concept-1', 'concept-2'].includes(id))).toBe(
      'concept-3',
    );
  });
});

describe('search and replace', () => {
  const rope = { text: 'rope', isCaseSensitive: false };

  test('finds words, no ids, marks and addresses', () => {
    const found = findText(files, rope);
    expect(found.map(({ file, line }) => [file, line])).toEqual([
      ['concepts/rest/bed.md', 17],
      ['concepts/work/night.md', 14],
    ]);
    expect(findText(files, { text: 'ROPE', isCaseSensitive: true })).toEqual([]);
    expect(findText(files, { text: 'media/bed', isCaseSensitive: true })).toEqual([]);
    expect(findText(files, { text: '', isCaseSensitive: true })).toEqual([]);
    expect(findText(files, { text: 'A page', isCaseSensitive: true })).toHaveLength(2);
    expect(findText(files, { text: '夜', isCaseSensitive: true }).map(({ file }) => file)).toEqual([
      'concepts/rest/concept.md',
      'concepts/work/concept.md',
      'notes/note.md',
      'pack.yaml',
    ]);
  });

  test('replaces them, and leaves the rest letter by letter', () => {
    const { files: after, count, refused } = replaceText(files, rope, 'line $&');
    expect({ count, refused }).toEqual({ count: 2, refused: [] });
    const night = 'concepts/work/night.md';
    expect(text(after, night)).toBe(text(files, night).replace('A rope', 'A line $$&'));
    const shone = replaceText(files, { text: 'A page', isCaseSensitive: true }, 'Page: one');
    expect(text(shone.files, night)).toContain('title: "Page: one" }');
  });

  test('refuses files that the new text would take apart', () => {
    const { refused, count } = replaceText(files, rope, 'rope {=lamp}');
    expect({ refused, count }).toEqual({
      refused: ['concepts/rest/bed.md', 'concepts/work/night.md'],
      count: 0,
    });
  });
});

test('many parts change at once', () => {
  const domain = { id: 'days', title: { en: 'Days', ja: '昼' }, weight: 0 };
  const added = addDomain(files, domain.title.en);
  const moved = setDomain(added.ok ? added.value.files : files, ['work', 'rest'], 'days');
  expect(text(sound(moved), 'concepts/rest/concept.md')).toContain('domain: days\n');
  const refs = [
    { concept: 'work', scenario: 'night' },
    { concept: 'rest', scenario: 'bed' },
  ];
  const checked = sound(setChecked(files, refs, { on: '2026-12-01', how: 'stored-copy' }));
  expect(text(checked, 'concepts/rest/bed.md')).toContain('on: 2026-12-01, how: stored-copy');
  const unchecked = sound(setChecked(files, refs, undefined));
  expect(text(unchecked, 'concepts/rest/bed.md')).not.toContain('checked');
  const page = { id: 'other', url: 'https://example.org/other', title: { en: 'Other' } };
  const more = sound(setReference(setReferenceTwice(refs, page), refs, page));
  expect(text(more, 'concepts/rest/bed.md').match(/id: other/g)).toHaveLength(1);
  const away = sound(moveAddress(files, 'https://example.org/', 'https://example.org/new'));
  expect(text(away, 'concepts/rest/bed.md')).toContain('url: https://example.org/new,');
});

const setReferenceTwice = (
  refs: Parameters<typeof setReference>[1],
  page: Parameters<typeof setReference>[2],
): Files => sound(setReference(files, refs, page));
