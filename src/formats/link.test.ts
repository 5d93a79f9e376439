import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '#core/pack/rules/sample.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { writeDocument } from './archive.ts';
import { digest } from './digest.ts';
import { examinePackFile } from './examined.ts';
import { LONGEST_LINK, readPackLink, writePackLink } from './link.ts';

const pack = await withRevisions(samplePack(), digest);

test('a pack comes back from a link as it was, its revisions included', async () => {
  const link = writePackLink(writeDocument(pack)) ?? '';
  expect(link).toMatch(/^[\w-]+$/);
  const bytes = readPackLink(link) ?? new Uint8Array();
  expect((await examinePackFile(bytes, 'link')).found?.pack).toEqual(pack);
});

test('what would be longer than a link may be is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 9000 }), (text) => {
      const link = writePackLink(text);
      expect(link === null || link.length <= LONGEST_LINK).toBe(true);
    }),
  );
  expect(writePackLink('x'.repeat(10_000_000))).toBeNull();
});

test.each([
  ['nothing', ''],
  ['other letters', '<script>'],
  ['half of one', (writePackLink(writeDocument(pack)) ?? '').slice(0, 100)],
  ['more than a link may hold', 'A'.repeat(LONGEST_LINK + 1)],
])('%s is no pack', (_what, link) => {
  expect(readPackLink(link)).toBeNull();
});

test('whatever the letters are, they are read to an end', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.base64String(), (noise, letters) => {
      for (const read of [readPackLink(noise), readPackLink(letters)])
        expect(read === null || read instanceof Uint8Array).toBe(true);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);
