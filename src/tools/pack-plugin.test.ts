import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LibraryIndex } from '#core/pack/library.ts';
import { smallPack } from '#formats/markdown/small-pack.ts';
import { packPlugin } from './pack-plugin.ts';

/** For a busy machine. */
const WAIT = { timeout: 15_000, interval: 300 };

let root = '';

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

/** A pack that the doctor accepts: the small one without its scenario, which has but two options. */
function writePack(name: string, uid: string): void {
  for (const [path, content] of smallPack)
    if (!path.endsWith('night.md') && !path.startsWith('notes/'))
      write(`questions/${name}/${path}`, content.replace('abcdefgh1234', uid));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mondo-'));
  write('index.html', '<!doctype html><head></head><script type="module" src="/main.js"></script>');
  write('main.js', `import file from 'virtual:mondo-library'; document.title = file;`);
  writePack('mine', 'abcdefgh1234');
  writePack('reference', 'reference123');
  writePack('_draft', 'draft1234567');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const config = (): InlineConfig => ({
  configFile: false,
  root,
  base: './',
  logLevel: 'silent',
  plugins: [packPlugin()],
  build: { assetsInlineLimit: 0 },
});

const built = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');

describe('in a build', () => {
  test('the packs lie beside the page, which loads their index early', async () => {
    await build(config());
    const [index = ''] = readdirSync(join(root, 'dist/packs')).filter((name) =>
      name.startsWith('library-'),
    );
    expect(built('index.html')).toContain(
      `<link rel="preload" as="fetch" crossorigin href="./packs/${index}">`,
    );
    const [script = ''] = readdirSync(join(root, 'dist/assets'));
    expect(built(`assets/${script}`)).toContain(`packs/${index}`);
    const { packs } = JSON.parse(built(`packs/${index}`)) as LibraryIndex;
    expect(packs.map(({ uid }) => uid)).toEqual(['abcdefgh1234']);
    const files = packs.flatMap((pack) => pack.concepts.flatMap((one) => Object.values(one.files)));
    for (const file of files) expect(built(file ?? '')).toContain('"title"');
  });

  test('an error in a pack ends it, with the place of the error', async () => {
    write('questions/mine/concepts/work/night.md', '# en');
    await expect(build(config())).rejects.toThrow(
      'questions/mine/concepts/work/night.md:1:1 error front_matter_missing',
    );
  });
});

describe('in dev', () => {
  let server: ViteDevServer | null = null;
  const started = async (): Promise<ViteDevServer> => {
    server = await createServer({ ...config(), server: { port: 0, host: '127.0.0.1' } });
    return server.listen();
  };

  afterEach(async () => {
    await server?.close();
  });

  test('the same files are served from memory', async () => {
    const running = await started();
    const [address = ''] = running.resolvedUrls?.local ?? [];
    const page = await (await fetch(address)).text();
    const file = /href="\.\/(packs\/library-[\w-]+\.json)"/.exec(page)?.[1] ?? '';
    const response = await fetch(`${address}${file}`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({ format: 1, packs: [{ uid: 'abcdefgh1234' }] });
    expect((await running.transformRequest('virtual:mondo-library'))?.code).toContain(file);
  });

  test('an error shows over the page, and the page comes anew when it is mended', async () => {
    const { ws } = await started();
    const send = vi.spyOn(ws, 'send');
    const broken = 'questions/mine/concepts/work/night.md';
    await vi.waitFor(() => {
      // Again and again: what is written before the watcher has looked round is no change to it.
      write(broken, `# en ${performance.now()}`);
      expect(send).toHaveBeenCalledWith({
        type: 'error',
        err: expect.objectContaining({
          plugin: 'mondo:packs',
          loc: { file: broken, line: 1, column: 1 },
        }),
      });
    }, WAIT);
    rmSync(join(root, broken));
    await vi.waitFor(() => {
      expect(send).toHaveBeenLastCalledWith({ type: 'full-reload' });
    }, WAIT);
  }, 40_000);
});
