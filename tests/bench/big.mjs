// A site whose library has 10,000 concepts, and what a browser holds after 200,000 answers to them.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownCode } from './own-code.mjs';

export const ANSWERS = 200_000;
export const CONCEPTS = 10_000;

const cache = resolve('node_modules/.cache/mondo/bench');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file, value) => writeFileSync(file, JSON.stringify(value));

/** @returns the folder to serve, and the profile's texts */
export async function makeBig() {
  rmSync(cache, { recursive: true, force: true });
  const { makeProfile, makeLibrary, makeChunk } = await ownCode('big-journal');
  const site = join(cache, 'site');
  cpSync('dist', site, { recursive: true });
  const indexName = readdirSync(join(site, 'packs')).find((name) => name.startsWith('library-'));
  const indexFile = join(site, 'packs', indexName);
  const index = readJson(indexFile);
  const chunks = index.packs
    .flatMap((pack) => pack.concepts)
    .map(({ files }) => readJson(join(site, files.en)));
  const pattern = chunks.find(({ scenarios }) => scenarios.some(({ kind }) => kind === 'single'));
  const files = { chunk: 'packs/bench.json', keys: 'packs/bench-keys.json' };
  writeJson(join(site, files.chunk), makeChunk(pattern));
  writeJson(join(site, files.keys), { uid: 'bench', scenarios: [] });
  writeJson(indexFile, makeLibrary(index, ANSWERS, CONCEPTS, files));
  writeFileSync(join(site, 'bench.html'), '<!doctype html><title>bench</title>');
  const { version } = readJson('package.json');
  return { site, texts: await makeProfile(Date.now(), ANSWERS, CONCEPTS, version) };
}
