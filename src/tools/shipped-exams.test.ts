import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { subjectsOf } from '#core/exam/subject.ts';
import { conceptIndex, packIndex } from '#core/pack/cut.ts';
import { readPack } from '#formats/markdown/read-pack.ts';
import { readProfiles } from '#formats/markdown/read-profiles.ts';
import { examFiles, packFolders } from './folders.ts';

const questions = fileURLToPath(new URL('../../questions', import.meta.url));
const { profiles } = readProfiles(examFiles(questions));

const shipped = packFolders(questions).flatMap(({ name, files }) => {
  const { pack } = readPack(files, name);
  const concepts = pack?.concepts.map((concept) => conceptIndex(concept, {})) ?? [];
  return pack ? packIndex(pack, [], concepts) : [];
});

test('the packs that come with Mondo say what they cover, and speak of no real exam’s readiness', () => {
  expect(profiles.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['aws-saa-c03', 'aws-sap-c02']),
  );
  const declared = new Set(shipped.flatMap(({ covers }) => Object.keys(covers ?? {})));
  expect([...declared]).toEqual(expect.arrayContaining(['aws-saa-c03', 'aws-sap-c02']));
  const subjects = subjectsOf(shipped, profiles);
  expect(subjects.filter(({ covers }) => covers)).toEqual([]);
  expect(subjects.length).toBeGreaterThan(0);
});
