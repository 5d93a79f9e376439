import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kindNames, type Pack } from '#core/pack/model.ts';
import { parsePack } from '#core/pack/read-document.ts';
import { withRevisions } from '#core/pack/revisions.ts';
import { digest } from '#formats/digest.ts';
import { checkPacks } from './check-pack.ts';
import { packFolders } from './folders.ts';

const inRepository = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));
const frozen = readFileSync(inRepository('tests/fixtures/reference.v1.json'), 'utf8');
const checked = checkPacks(packFolders(inRepository('questions'))).find(
  ({ name }) => name === 'reference',
);

describe('the reference pack', () => {
  test('has nothing that the doctor would mend', () => {
    expect(checked?.problems).toEqual([]);
    expect(checked?.silenced).toBe(1);
  });

  test('compiles to the frozen document of format 1', async () => {
    const pack = checked?.pack;
    expect(pack && (await withRevisions(pack, digest))).toEqual(JSON.parse(frozen));
  });

  test('goes through the schema of foreign documents unchanged', () => {
    expect(parsePack(frozen, 'reference.v1.json')).toEqual({ ok: true, value: JSON.parse(frozen) });
  });

  test('shows every kind and every mark', () => {
    const parsed = parsePack(frozen, 'reference.v1.json');
    const pack: Pack | null = parsed.ok ? parsed.value : null;
    const kinds = pack?.concepts.flatMap(({ scenarios }) => scenarios.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(kindNames));
    for (const type of ['mark', 'strong', 'emphasis', 'code', 'image', 'table', 'list'])
      expect(frozen).toContain(`"type": "${type}"`);
    for (const key of ['never', 'pin', 'reserve', 'change', 'case', 'since', 'unasked', 'was'])
      expect(frozen).toContain(`"${key}"`);
  });
});
