import type { TellItems } from './imported.ts';

/** One item after another, each told of before it is read. */
export const readEach = <T, U>(
  all: readonly T[],
  tell: TellItems | undefined,
  read: (one: T, index: number) => U,
): readonly U[] =>
  all.map((one, index) => {
    tell?.(index, all.length);
    return read(one, index);
  });
