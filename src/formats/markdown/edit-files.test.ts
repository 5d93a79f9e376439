import { describe, expect, test } from 'vitest';
import { editNote, type NoteEdit } from './edit-note.ts';
import { editPackYaml, packYamlFieldsOf } from './edit-pack-yaml.ts';
import {
  caseFieldsOf,
  conceptFieldsOf,
  editCase,
  editConcept,
  type TitledEdit,
} from './edit-titled.ts';
import { noteFieldsOf } from './note-fields.ts';
import { applyPatches } from './patch.ts';
import { smallPack } from './small-pack.ts';
import type { YamlChange } from './yaml-edit.ts';

const languages = ['en', 'ja'];
const fileOf = (path: string): string => smallPack.get(path) ?? '';
const concept = fileOf('concepts/work/concept.md').replace(
  'domain: nights',
  'domain: nights # which',
);
const note = fileOf('notes/note.md');

describe('a concept', () => {
  const edited = (edit: TitledEdit): string => {
    const patches = editConcept(concept, languages, edit);
    return patches.ok ? applyPatches(concept, patches.value) : patches.error.code;
  };

  test('its fields', () => {
    expect(conceptFieldsOf(concept, languages)).toMatchObject({
      domain: 'nights',
      title: { en: 'Night work', ja: '夜の仕事' },
      rule: { en: 'Be quiet.', ja: '静かに。' },
    });
  });

  test.each<[TitledEdit, string, string]>([
    [{ edit: 'title', language: 'ja', source: '夜' }, '## 夜の仕事', '## 夜'],
    [{ edit: 'body', language: 'en', source: '- a\n- b' }, 'Be quiet.', '- a\n- b'],
    [{ edit: 'front', path: ['domain'], value: 'days' }, 'domain: nights #', 'domain: days #'],
    [{ edit: 'front', path: ['was'], value: ['old'] }, '# which\n', '# which\nwas: [ old ]\n'],
    [{ edit: 'removeLanguage', language: 'ja' }, '# ja\n## 夜の仕事\n静かに。\n', ''],
  ])('%j', (edit, before, after) => {
    expect(edited(edit)).toBe(concept.replace(before, after));
  });

  test.each<TitledEdit>([
    { edit: 'title', language: 'fr', source: 'Nuit' },
    { edit: 'body', language: 'en', source: '# ja\n## Other' },
  ])('%j is refused', (edit) => {
    expect(edited(edit)).toMatch(/^edit_/);
  });
});

test('a case has a title and a situation', () => {
  const pier = fileOf('cases/pier.md');
  const patches = editCase(pier, languages, {
    edit: 'body',
    language: 'en',
    source: 'It is short.',
  });
  const after = patches.ok ? applyPatches(pier, patches.value) : '';
  expect(caseFieldsOf(after, languages)).toMatchObject({
    title: { en: 'A pier' },
    situation: { en: 'It is short.', ja: '長い桟橋です。' },
  });
});

describe('a note', () => {
  const edited = (...edits: readonly NoteEdit[]): string =>
    edits.reduce((raw, edit) => {
      const patches = editNote(raw, languages, edit);
      return patches.ok ? applyPatches(raw, patches.value) : patches.error.code;
    }, note);

  test('its fields', () => {
    expect(noteFieldsOf(note, languages)).toMatchObject({
      title: { en: 'A note' },
      claims: [{ id: '1', verdict: 'holds', says: { en: 'Night is dark.', ja: '夜は暗い。' } }],
      body: {
        en: [
          { type: 'text', source: 'Some words.' },
          { type: 'claim', id: '1' },
        ],
      },
    });
  });

  test.each<[NoteEdit, string, string]>([
    [{ edit: 'title', language: 'en', source: 'Another' }, '## A note', '## Another'],
    [{ edit: 'text', language: 'en', run: 0, source: 'More.' }, 'Some words.', 'More.'],
    [
      { edit: 'text', language: 'ja', run: 1, source: '終わり。' },
      '夜は暗い。\n',
      '夜は暗い。\n\n終わり。\n',
    ],
    [{ edit: 'says', claim: '1', language: 'en', source: 'Dark.' }, 'Night is dark.', 'Dark.'],
    [
      { edit: 'today', claim: '1', language: 'en', source: 'Not\n\nany more.' },
      'Night is dark.',
      'Night is dark.\n  > Not\n  >\n  > any more.',
    ],
    [{ edit: 'front', path: ['claims', '1', 'verdict'], value: 'wrong' }, 'holds', 'wrong'],
  ])('%j', (edit, before, after) => {
    expect(edited(edit)).toBe(note.replace(before, after));
  });

  test('a claim comes and goes', () => {
    const says = { en: 'Day is light.', ja: '昼は明るい。' };
    const add: NoteEdit = { edit: 'addClaim', claim: '2', verdict: 'holds', says };
    const more = edited(add);
    expect(more).toContain('  1: { verdict: holds }\n  2: { verdict: holds }\n');
    expect(more).toContain('- (1) 夜は暗い。\n- (2) 昼は明るい。\n');
    const less = edited(add, { edit: 'removeClaim', claim: '2' });
    expect(less).toMatch(/^retired: \[\s*"2"\s*\]$|^retired:\n\s*- "2"$/m);
    expect(less.replace(/^retired:.*\n(?: +- .*\n)?/m, '')).toBe(note);
    expect(edited(add, add)).toBe('edit_no_place');
    // What pointed to the second claim would point to another one.
    expect(edited(add, { edit: 'removeClaim', claim: '2' }, add)).toBe('edit_no_place');
  });

  test('the first claim stands apart from a list before it', () => {
    const bare = '---\n{}\n---\n# en\n## A note\n\n- a list\n';
    const patches = editNote(bare, ['en'], {
      edit: 'addClaim',
      claim: '1',
      verdict: 'holds',
      says: { en: 'So.' },
    });
    expect(patches.ok && applyPatches(bare, patches.value)).toBe(
      '---\nclaims: { 1: { verdict: holds } }\n---\n# en\n## A note\n\n- a list\n\n+ (1) So.\n',
    );
  });
});

describe('pack.yaml', () => {
  const yaml = `# ours\n${fileOf('pack.yaml')}x-made-with: "a text editor" # by hand\n`;
  const edited = (...changes: readonly YamlChange[]): string => {
    const patches = editPackYaml(yaml, changes);
    return patches.ok ? applyPatches(yaml, patches.value) : patches.error.code;
  };

  test('its fields', () => {
    expect(packYamlFieldsOf(yaml)).toMatchObject({
      uid: 'abcdefgh1234',
      languages,
      title: { en: 'Small', ja: '小' },
      authors: [{ name: 'Somebody', url: '' }],
      domains: [{ id: 'nights', weight: 100 }],
      terms: [{ id: 'lamp', title: { en: 'lamp' } }],
      retired: [],
    });
    expect(packYamlFieldsOf('title: { en: A')).toMatchObject({ uid: '', title: {} });
  });

  test('its mock exam, as far as it can be read', () => {
    expect(packYamlFieldsOf(yaml).exam).toBeNull();
    const exam =
      'exam: { title: { en: A }, questions: 9, pass: many, kinds: [single, mime], retake: { days: 7 } }';
    expect(packYamlFieldsOf(`${yaml}${exam}\n`).exam).toEqual({
      title: { en: 'A' },
      questions: 9,
      kinds: ['single', 'mime'],
      retakeDays: 7,
      scale: null,
    });
    const scaled = 'exam:\n  scale: { min: 1, max: x }\n  retake: 7\n';
    expect(packYamlFieldsOf(`${yaml}${scaled}`).exam).toEqual({
      title: {},
      kinds: [],
      scale: { min: 1 },
    });
    expect(packYamlFieldsOf(`${yaml}exam:\n`).exam).toMatchObject({ kinds: [] });
  });

  test.each<[YamlChange, string, string]>([
    [{ path: ['title', 'ja'], value: '小さい' }, 'ja: 小 }', 'ja: 小さい }'],
    [{ path: ['title', 'en'], value: 'a, b' }, 'en: Small', 'en: "a, b"'],
    [{ path: ['domains', 0, 'weight'], value: 60 }, 'weight: 100', 'weight: 60'],
    [
      { path: ['terms', 'rope'], value: { en: 'rope' } },
      'ja: ランプ }\n',
      'ja: ランプ }\n  rope: { en: rope }\n',
    ],
    [
      { path: ['terms', 'lamp'], value: undefined },
      'terms:\n  lamp: { en: lamp, ja: ランプ }\n',
      'terms:\n  {}\n',
    ],
    [{ path: ['languages', 2], value: 'fr' }, '[en, ja]', '[en, ja, fr]'],
    [{ path: ['languages', 0], value: undefined }, '[en, ja]', '[ja]'],
    [{ path: ['retired', 0], value: 'old' }, '# by hand\n', '# by hand\nretired: [ old ]\n'],
    [{ path: ['version'], value: '1.0.1' }, 'version: 1.0.0', 'version: 1.0.1'],
    [{ path: ['licence'], value: undefined }, 'licence: CC0-1.0\n', ''],
    [{ path: ['x-no'], value: undefined }, '', ''],
  ])('%j', (change, before, after) => {
    expect(edited(change)).toBe(yaml.replace(before, after));
  });

  test('broken YAML is not touched', () => {
    expect(editPackYaml('title: { en: A', [{ path: ['uid'], value: 'a' }])).toMatchObject({
      ok: false,
    });
  });
});
