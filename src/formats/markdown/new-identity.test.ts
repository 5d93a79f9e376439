import { expect, test } from 'vitest';
import { asNewPack } from './new-identity.ts';
import { readPack } from './read-pack.ts';
import { smallPack } from './small-pack.ts';

test('a pack of its own has another uid and no address, and is the same otherwise', () => {
  const yaml = smallPack.get('pack.yaml') ?? '';
  const files = new Map([
    ...smallPack,
    ['pack.yaml', `${yaml}address: https://example.org/a.mondo.json # the first\n`],
  ]);
  const copy = asNewPack(files, 'otherpack123');
  const { pack } = readPack(copy);
  expect(pack).toEqual({ ...readPack(smallPack).pack, uid: 'otherpack123' });
  expect([...copy.keys()]).toEqual([...files.keys()]);
});

test('without a pack.yaml that can be edited, nothing is changed', () => {
  const broken = new Map([['pack.yaml', 'uid: [']]);
  expect(asNewPack(broken, 'otherpack123')).toBe(broken);
});
