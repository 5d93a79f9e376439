import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

test.each([
  ['', 1, 1],
  ['{', 1, 2],
  ['nothing', 1, 1],
  ['{ "format": 1,\n  "uid": nothing }', 2, 10],
  ['{"a":1,}', 1, 8],
  ['{"a" 1}', 1, 6],
  ['[1 2]', 1, 4],
  ['[1,\n\n 2}', 3, 3],
  ['{"a":"x\ny"}', 1, 6],
  ['{"a":01}', 1, 6],
  ['{"a":1} x', 1, 9],
  ['{"a":"\\x"}', 1, 6],
  ["{'a':1}", 1, 2],
  ['[true, falsey]', 1, 8],
  ['{"a":1', 1, 7],
])('%j breaks at line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

test('what is JSON breaks at its end alone', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const lines = text.split('\n');
      expect(jsonFault(text)).toEqual({
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
      });
    }),
  );
});

test('the beginning of JSON breaks where it is cut, or at the word that is cut', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, cut) => {
      const text = JSON.stringify({ value });
      const { column } = jsonFault(text.slice(0, cut % text.length));
      expect(column).toBeLessThanOrEqual((cut % text.length) + 1);
    }),
  );
});
