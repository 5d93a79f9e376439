import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallPack } from './small-pack.ts';
import { editTitled, titledFields } from './titled-edit.ts';

const concept = smallPack.get('concepts/work/concept.md') ?? '';

test('title and rule are told as they are written, by language', () => {
  expect(titledFields(concept)?.text.get('en')).toEqual({ title: 'Night work', body: 'Be quiet.' });
  expect(titledFields(concept)?.text.get('ja')?.title).toBe('夜の仕事');
});

test('a changed title changes one line', () => {
  const edited = editTitled(concept, { edit: 'title', language: 'ja', source: '夜勤' });
  expect(edited).toBe(concept.replace('夜の仕事', '夜勤'));
});

test('a changed rule leaves all else, comments too', () => {
  const raw = concept.replace('domain: nights', 'domain: nights # later');
  const edited = editTitled(raw, { edit: 'body', language: 'en', source: 'Be still.' });
  expect(edited).toBe(raw.replace('Be quiet.', 'Be still.'));
});

test('front matter is changed where it stands', () => {
  const edit = { edit: 'front', path: ['confusable'], value: ['day'] } as const;
  const edited = editTitled(concept, edit) ?? '';
  expect(titledFields(edited)?.yaml).toContain('domain: nights');
  expect(titledFields(edited)?.yaml).toMatch(/confusable:/);
});

test('what would be another language has no place in a rule', () => {
  const edit = { edit: 'body', language: 'en', source: 'Be quiet.\n# fr\nno' } as const;
  expect(editTitled(concept, edit)).toBeNull();
});

test('whatever is written as a rule, it stands so, or nothing is changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (source) => {
      const edited = editTitled(concept, { edit: 'body', language: 'en', source });
      if (edited === null) return;
      expect(titledFields(edited)?.text.get('en')?.body.trim()).toBe(source.trim());
      expect(titledFields(edited)?.text.get('ja')).toEqual(titledFields(concept)?.text.get('ja'));
    }),
  );
});
