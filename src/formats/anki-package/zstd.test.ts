import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProto } from './protobuf.ts';
import { rawZstd } from './small-package.ts';
import { inflateZstd } from './zstd.ts';

const LIMIT = 1_000_000;
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** A block of one byte, many times over. */
const repeated = (length: number, isLast: boolean): readonly number[] => {
  const header = length * 8 + 2 + (isLast ? 1 : 0);
  return [header & 255, (header >> 8) & 255, header >> 16, 65];
};
const frameOf = (bytes: readonly number[]) => Uint8Array.from(MAGIC.concat(bytes));
const frame = (...bytes: readonly number[]) => frameOf(bytes);

test('what was stored comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(inflateZstd(rawZstd(bytes), LIMIT)).toEqual({
        ok: true,
        bytes: new Uint8Array(bytes),
      });
    }),
  );
});

test('a frame that says its size is inflated too', () => {
  const found = inflateZstd(frame(0x20, 5, ...repeated(5, true)), LIMIT);
  expect(found).toEqual({ ok: true, bytes: new Uint8Array(5).fill(65) });
});

describe('bombs', () => {
  const blocks = (count: number) =>
    Array.from({ length: count }, (_block, index) => repeated(131_072, index === count - 1)).flat();

  test.each([
    ['a size beyond the limit', frame(0xa0, 0, 0, 0, 0x40, ...repeated(5, true)), 'too-large'],
    ['blocks beyond the limit', frame(0, 0x38, ...blocks(20)), 'too-large'],
    ['a window beyond all measure', frame(0, 0xf8, ...repeated(5, true)), 'too-large'],
    [
      'a million empty blocks in a large window',
      frameOf(
        [0, 0x68].concat(
          Array.from({ length: 3_000_000 }, () => 0),
          [1, 0, 0],
        ),
      ),
      'too-large',
    ],
    ['no frame', frame(0).slice(1), 'broken'],
    ['a frame without end', frame(0, 0x38, 0, 0, 0), 'broken'],
    ['a reserved block', frame(0, 0x38, 7, 0, 0), 'broken'],
  ])('%s', (_name, bytes, error) => {
    const begin = process.cpuUsage();
    expect(inflateZstd(bytes, LIMIT)).toEqual({ ok: false, error });
    expect(process.cpuUsage(begin).user).toBeLessThan(1_000_000);
  });

  test('a size that lies gives no more than it says', () => {
    const found = inflateZstd(frame(0x20, 5, ...blocks(20)), LIMIT);
    expect(found.ok ? found.bytes.length : 0).toBeLessThanOrEqual(5);
  });
});

test('whatever comes, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, isFrame) => {
      const found = inflateZstd(isFrame ? frame(...bytes) : bytes, 10_000);
      expect(found.ok ? found.bytes.length : 0).toBeLessThanOrEqual(10_000);
      expect(Array.isArray(readProto(bytes))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);
