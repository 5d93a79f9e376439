import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { Problem } from '#core/pack/problem.ts';
import { checkPacks } from './check-pack.ts';
import { compileLibrary, type CompiledLibrary, type PackSource } from './compile.ts';
import { readProfiles } from '#formats/markdown/read-profiles.ts';
import { examFiles, packFolders } from './folders.ts';
import { readSite } from './site.ts';
import { problemLine, problemWords } from './words.ts';

const LIBRARY = 'virtual:mondo-library';
const EXAMS = 'virtual:mondo-exams';
const RESOLVED = `\0${LIBRARY}`;
const RESOLVED_EXAMS = `\0${EXAMS}`;

/** Shows every kind and every mark; a fixture, and nothing to learn from. */
const NOT_BUNDLED = 'reference';

interface Built extends CompiledLibrary {
  readonly errors: readonly Problem[];
}

/** Reads, examines and compiles the packs that the app brings along; what is wrong is left out and told. */
async function build(questions: string): Promise<Built> {
  const all = packFolders(questions).filter(({ name }) => name !== NOT_BUNDLED);
  const { site, problems: inSite } = readSite(
    questions,
    all.map(({ name }) => name),
  );
  const folders = all.filter(({ name }) => site?.packs?.includes(name) ?? true);
  const exams = readProfiles(examFiles(questions));
  const checked = checkPacks(folders, { profiles: exams.profiles });
  const sources = checked.flatMap(({ pack, name }): PackSource[] => {
    const files = folders.find((folder) => folder.name === name)?.files ?? new Map();
    const media = new Map(
      [...files]
        .filter(([path]) => path.startsWith('media/'))
        .map(([path, bytes]) => [path.slice('media/'.length), bytes]),
    );
    return pack ? [{ pack, media }] : [];
  });
  const errors = [
    ...inSite,
    ...exams.problems,
    ...checked.flatMap(({ problems }) => problems),
  ].filter(({ severity }) => severity === 'error');
  return { ...(await compileLibrary(sources)), errors };
}

/**
 * Compiles `questions/` into the build. `virtual:mondo-library` exports the address of the library's index,
 * relative to the page, and `virtual:mondo-exams` the profiles of exams. An error in a pack fails the build; in dev it shows in the browser's overlay.
 */
export function packPlugin(): Plugin {
  let questions = '';
  let library: Promise<Built> | null = null;
  const current = (): Promise<Built> => (library ??= build(questions));
  return {
    name: 'mondo:packs',
    configResolved(config) {
      questions = join(config.root, 'questions');
    },
    async buildStart() {
      if (this.environment.mode !== 'build') return;
      const { errors } = await current();
      if (errors.length > 0)
        this.error(errors.map((problem) => problemLine('en', 'questions/', problem)).join('\n'));
    },
    resolveId: (id) => (id === LIBRARY || id === EXAMS ? `\0${id}` : null),
    async load(id) {
      if (id === RESOLVED_EXAMS)
        return `export default ${JSON.stringify(readProfiles(examFiles(questions)).profiles)};`;
      if (id !== RESOLVED) return null;
      return `export default ${JSON.stringify((await current()).libraryFile)};`;
    },
    async generateBundle() {
      for (const [fileName, source] of (await current()).assets)
        this.emitFile({ type: 'asset', fileName, source });
    },
    async transformIndexHtml() {
      const href = `./${(await current()).libraryFile}`;
      const attrs = { rel: 'preload', as: 'fetch', crossorigin: true, href };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
    configureServer(server) {
      serve(server, current);
      server.watcher.add(questions).on('all', (_event, file) => {
        if (!file.startsWith(questions)) return;
        library = null;
        void refresh(server, current);
      });
    },
  };
}

/** Answers requests for the compiled files, and tells each page that connects what is wrong. */
function serve(server: ViteDevServer, current: () => Promise<Built>): void {
  server.middlewares.use((request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/, '')).replace(/^\//, '');
    if (path.startsWith('packs/')) void answer(path, response, next);
    else next();
  });
  server.ws.on('connection', () => void complain(server, current));

  async function answer(path: string, response: ServerResponse, next: () => void): Promise<void> {
    const content = (await current()).assets.get(path);
    if (content === undefined) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    if (path.endsWith('.json')) response.setHeader('Content-Type', 'application/json');
    response.end(content);
  }
}

async function complain(server: ViteDevServer, current: () => Promise<Built>): Promise<boolean> {
  const { errors } = await current();
  const [first] = errors;
  if (!first) return false;
  const { file, line, column } = first;
  server.ws.send({
    type: 'error',
    err: {
      plugin: 'mondo:packs',
      message: problemWords('en', first),
      stack: errors.map((problem) => problemLine('en', 'questions/', problem)).join('\n'),
      loc: { file: `questions/${file}`, line, column },
    },
  });
  return true;
}

/** After a change: the page anew, or what is wrong. */
async function refresh(server: ViteDevServer, current: () => Promise<Built>): Promise<void> {
  if (await complain(server, current)) return;
  const { moduleGraph } = server.environments.client;
  for (const id of [RESOLVED, RESOLVED_EXAMS]) {
    const module = moduleGraph.getModuleById(id);
    if (module) moduleGraph.invalidateModule(module);
  }
  server.ws.send({ type: 'full-reload' });
}
