import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, createServer, type InlineConfig } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { packPlugin } from './pack-plugin.ts';
import { sitePlugin } from './site-plugin.ts';

let root = '';

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mondo-'));
  for (const file of [
    'src/ui/tokens.css',
    'src/i18n/en/app.json',
    'src/i18n/ja/app.json',
    'public',
    'index.html',
  ])
    cpSync(file, join(root, file), { recursive: true });
  const imports = [
    `import en from '/src/i18n/en/app.json';`,
    `import ja from '/src/i18n/ja/app.json';`,
    `import file from 'virtual:mondo-library';`,
    `import '/src/ui/tokens.css';`,
    `console.log(en.name, ja.name, file);`,
  ];
  write('src/app/main.tsx', imports.join('\n'));
  for (const name of ['mine', 'other'])
    for (const [path, content] of smallPack)
      if (!path.endsWith('night.md') && !path.startsWith('notes/'))
        write(
          `questions/${name}/${path}`,
          content.replace('abcdefgh1234', name === 'mine' ? 'abcdefgh1234' : 'otherpack123'),
        );
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const config = (): InlineConfig => ({
  configFile: false,
  root,
  base: './',
  logLevel: 'silent',
  plugins: [packPlugin(), sitePlugin()],
  build: { assetsInlineLimit: 0 },
});

const built = (folder: string, pattern: RegExp): string => {
  const name = readdirSync(join(root, 'dist', folder)).find((file) => pattern.test(file)) ?? '';
  return readFileSync(join(root, 'dist', folder, name), 'utf8');
};

const SITE = [
  'name: { en: "Yamada & Co", ja: 山田の試験室 }',
  'language: ja',
  'accent: { light: "#0b5d3b", dark: "#7fd1a8" }',
  'packs: [mine]',
].join('\n');

test('name, language, accent and packs of the site stand in what is built', async () => {
  write('questions/_site.yaml', SITE);
  await build(config());
  const page = built('', /^index\.html$/);
  expect(page).toContain('<title>山田の試験室</title>');
  expect(page).toContain('<html lang="ja" data-language="ja">');
  expect(page).toContain('href="./manifest.ja.webmanifest"');
  expect(built('assets', /\.css$/)).toMatch(/--accent:[^;]*#0b5d3b[^;]*#7fd1a8/);
  expect(built('assets', /\.js$/)).toMatch(/Yamada & Co[\s\S]*山田の試験室/);
  expect(JSON.parse(built('', /^manifest\.en/))).toMatchObject({
    name: 'Yamada & Co',
    short_name: 'Yamada & Co',
    start_url: './',
  });
  expect(JSON.parse(built('packs', /^library-/))).toMatchObject({
    packs: [{ uid: 'abcdefgh1234' }],
  });
});

test('without the file it is Mondo with every pack', async () => {
  await build(config());
  expect(built('', /^index\.html$/)).toContain('<html lang="en">');
  expect(built('', /^manifest\.en/)).toBe(readFileSync('public/manifest.en.webmanifest', 'utf8'));
  expect(JSON.parse(built('packs', /^library-/)).packs).toHaveLength(2);
});

test('an error in it ends the build, with the place of the error', async () => {
  write('questions/_site.yaml', SITE.replace('#0b5d3b', '#c0ffee'));
  await expect(build(config())).rejects.toThrow(
    'questions/_site.yaml:3:11 error site_contrast_low',
  );
});

test('in dev the page, the words and the manifest are the same', async () => {
  write('questions/_site.yaml', SITE);
  const server = await createServer({ ...config(), server: { port: 0, host: '127.0.0.1' } });
  try {
    await server.listen();
    const [address = ''] = server.resolvedUrls?.local ?? [];
    expect(await (await fetch(address)).text()).toContain('<title>山田の試験室</title>');
    const manifest: unknown = await (await fetch(`${address}manifest.en.webmanifest`)).json();
    expect(manifest).toMatchObject({ name: 'Yamada & Co' });
    expect((await server.transformRequest('/src/i18n/en/app.json'))?.code).toContain('Yamada & Co');
  } finally {
    await server.close();
  }
});
