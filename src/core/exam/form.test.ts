import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#core/journal/event.ts';
import { formJson, parseForm } from './form.ts';
import { sampleForm } from './sample.ts';

test('a form comes back from its event as it was', () => {
  const form = sampleForm({ questions: 5, unscored: 2 });
  expect(parseForm(formJson(form))).toEqual(form);
});

test('with a scale as well', () => {
  const form = sampleForm();
  const scaled = {
    ...form,
    blueprint: { ...form.blueprint, scale: { min: 100, max: 1000, pass: 720 } },
  };
  expect(parseForm(formJson(scaled))).toEqual(scaled);
});

test('seventy-five questions take less than a segment of the journal', () => {
  expect(JSON.stringify(formJson(sampleForm({ questions: 75 }))).length).toBeLessThan(4096);
});

test.each([
  ['no object', 7],
  ['another format', { ...Object(formJson(sampleForm())), format: 2 }],
  ['a question of no pack', { ...Object(formJson(sampleForm())), packs: [] }],
  ['no question', { ...Object(formJson(sampleForm())), questions: [] }],
])('%s is no form', (_what, value: Json) => {
  expect(parseForm(value)).toBeNull();
});

test('nothing that could stand there makes it fail', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => parseForm(value as Json)).not.toThrow();
    }),
  );
});
