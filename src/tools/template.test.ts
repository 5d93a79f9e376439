import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { kindNames } from '#core/pack/model.ts';
import { checkPacks } from './check-pack.ts';
import { packFolders, readFiles } from './folders.ts';

const questions = fileURLToPath(new URL('../../questions', import.meta.url));
const [template] = checkPacks([
  { name: '_template', files: readFiles(join(questions, '_template')) },
]);

test('a copy of the template is a pack in which the doctor finds nothing', () => {
  expect(template?.problems).toEqual([]);
});

test('the template has a scenario of each kind, and a note', () => {
  const scenarios = template?.pack?.concepts.flatMap((concept) => concept.scenarios) ?? [];
  expect(new Set(scenarios.map(({ kind }) => kind))).toEqual(new Set(kindNames));
  expect(template?.pack?.notes).toHaveLength(1);
});

test('the template is no pack itself', () => {
  expect(packFolders(questions).map(({ name }) => name)).not.toContain('_template');
});

test('every pack.yaml names the schema by which editors complete it', () => {
  const schema = '# yaml-language-server: $schema=../../docs/schema/pack-yaml.json\n';
  const packs = readdirSync(questions, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== '_exams',
  );
  for (const { name } of packs)
    expect(readFileSync(join(questions, name, 'pack.yaml'), 'utf8')).toMatch(
      new RegExp(`^${schema.replaceAll(/[.$]/g, '\\$&')}`),
    );
});
