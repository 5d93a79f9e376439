// The project's own code for Node: TypeScript is bundled first, since Node before 22 cannot run it.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const cache = resolve('node_modules/.cache/mondo/bench/code');

/** @param name a file of this folder, without its ending */
export async function ownCode(name) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve(`tests/bench/${name}.ts`), outDir: cache, emptyOutDir: false },
    ssr: { noExternal: true },
  });
  return import(pathToFileURL(resolve(cache, `${name}.js`)).href);
}
