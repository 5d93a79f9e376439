import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#core/time.ts';
import {
  applyPatches,
  baseOf,
  folded,
  patchesBetween,
  record,
  redo,
  restored,
  undo,
  type DraftFiles,
  type History,
} from './history.ts';

const at = (seconds: number) => instant(seconds * 1000);

const content = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.uint8Array({ maxLength: 4 }),
);
const files: fc.Arbitrary<DraftFiles> = fc
  .dictionary(fc.constantFrom('a', 'b', 'media/c'), content, { maxKeys: 3 })
  .map((entries) => new Map(Object.entries(entries)));

const begun = (first: DraftFiles): History => restored(first, 0, [], 0);

const plain = (some: DraftFiles) => [...some].toSorted(([a], [b]) => (a < b ? -1 : 1));

test('patches lead from any files to any others', () => {
  fc.assert(
    fc.property(files, files, (before, after) => {
      expect(plain(applyPatches(before, patchesBetween(before, after)))).toEqual(plain(after));
    }),
  );
});

test('whatever was done, taking all back gives the beginning, doing all again the end', () => {
  fc.assert(
    fc.property(files, fc.array(files, { maxLength: 8 }), (first, rest) => {
      let history = begun(first);
      rest.forEach((next, index) => {
        history = record(history, next, 'typed', at(index));
      });
      const end = history.files;
      const count = history.steps.length;
      for (let i = 0; i < count; i += 1) history = undo(history);
      expect(plain(history.files)).toEqual(plain(first));
      for (let i = 0; i < count; i += 1) history = redo(history);
      expect(plain(history.files)).toEqual(plain(end));
    }),
  );
});

test('a draft read back from its base and steps is the same, folded or not', () => {
  fc.assert(
    fc.property(files, fc.array(files, { maxLength: 6 }), fc.nat(6), (first, rest, back) => {
      let history: History = begun(first);
      rest.forEach((next, index) => {
        history = record(history, next, 'renamed', at(index));
      });
      for (let i = 0; i < back; i += 1) history = undo(history);
      for (const one of [history, folded(history)]) {
        const again = restored(baseOf(one), one.base, one.steps, one.done);
        expect(plain(again.files)).toEqual(plain(history.files));
      }
    }),
  );
});

const typing = (...texts: readonly (readonly [seconds: number, text: string])[]): History =>
  texts.reduce(
    (history, [seconds, text]) => record(history, new Map([['a', text]]), 'typed', at(seconds)),
    begun(new Map([['a', '']])),
  );

test('typing that goes on is one step, also over a mended letter', () => {
  expect(typing([1, 'n'], [2, 'ni'], [3, 'nig'], [4, 'ni'], [5, 'night']).steps).toHaveLength(1);
});

test('after a pause, and elsewhere in the text, typing is a step of its own', () => {
  expect(typing([1, 'night'], [5, 'nights']).steps).toHaveLength(2);
  expect(typing([1, 'night'], [9, 'night!'], [10, 'a night!']).steps).toHaveLength(3);
});

test('what was taken back is gone once something else is done', () => {
  const back = undo(typing([1, 'one'], [9, 'one two']));
  const other = record(back, new Map([['a', 'one three']]), 'typed', at(20));
  expect(redo(other)).toBe(other);
  expect(other.files.get('a')).toBe('one three');
});

test('nothing done is no step', () => {
  const history = typing([1, 'one']);
  expect(record(history, new Map(history.files), 'renamed', at(3))).toBe(history);
});
