/*
 * `npm run packs -- [--lang ja] [--json] [--audit] [--strict] [--today] [--coverage] [--out folder] [pack …]`: bundles the
 * command and runs it, since Node before 22 cannot run TypeScript.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
// A folder of its own for each run: two may run at once.
const outDir = `${root}node_modules/.cache/mondo/${process.pid}`;

try {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: { ssr: 'src/tools/packs.ts', outDir, target: 'node20' },
  });
  const { main } = await import(`${outDir}/packs.js`);
  process.exitCode = await main(process.argv.slice(2), `${root}questions`);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
