import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { firstScriptPlugin } from './src/tools/first-script.ts';
import { packPlugin } from './src/tools/pack-plugin.ts';
import { sitePlugin } from './src/tools/site-plugin.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  // Beyond the origin only for a pack that the learner asks for by its host (storage/remote.ts).
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types mondo',
].join('; ');

/** Only the built page carries the policy: the dev server needs inline scripts. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'mondo:csp',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
});

/**
 * Has the words of the site's or the browser's language fetched beside the code instead of after it: a request less to wait for.
 * A script of its own, since the policy allows none in the page.
 */
const earlyWords = (): Plugin => ({
  name: 'mondo:early-words',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'script', attrs: { async: true, src: './assets/early.js' }, injectTo: 'head' },
  ],
  generateBundle(_options, bundle) {
    const fileOf = (language: string): string => {
      const chunk = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/i18n/${language}.ts`),
      );
      if (!chunk) throw new Error(`no chunk has the words of ${language}`);
      return JSON.stringify(`./${chunk.fileName}`);
    };
    const source = [
      `const words = document.createElement('link');`,
      `words.rel = 'modulepreload';`,
      `const language = document.documentElement.dataset.language ?? navigator.language;`,
      `words.href = /^ja\\b/.test(language) ? ${fileOf('ja')} : ${fileOf('en')};`,
      `document.head.append(words);`,
    ].join('\n');
    this.emitFile({ type: 'asset', fileName: 'assets/early.js', source });
  },
});

export default defineConfig({
  base: './',
  define: { __VERSION__: JSON.stringify(process.env['npm_package_version'] ?? '0.0.0') },
  resolve: {
    alias: {
      // Its version for browsers asks the page, by innerHTML: a worker has none, and the policy forbids it.
      'decode-named-character-reference': fileURLToPath(
        new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
      ),
    },
  },
  worker: { format: 'es' },
  plugins: [
    react(),
    packPlugin(),
    sitePlugin(),
    contentSecurityPolicy(),
    earlyWords(),
    firstScriptPlugin(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,json,svg,png,webp,jpg,webmanifest}'],
        globIgnores: ['screenshots/**', 'share.js'],
        importScripts: ['share.js'],
        // The first worker takes the page at once, so that the first visit is already safe offline;
        // a later one waits until the learner agrees.
        clientsClaim: true,
        skipWaiting: false,
        cleanupOutdatedCaches: true,
        dontCacheBustURLsMatching: /-[\w-]{8}\./,
        maximumFileSizeToCacheInBytes: 4_000_000,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // One file for what the first screen needs, one for the feedback: on a slow network thirty small ones
        // cost a second.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            // What is kept of packs and drafts: a file the less to name in the first one.
            {
              name: 'kept',
              test: /\/src\/(?:storage\/(?:pack-database|drafts)|state\/own-drafts|core\/author\/history)\.ts$/,
            },
            { name: 'feedback', test: /\/study\/Answered\.tsx$/ },
          ],
        },
      },
    },
  },
  test: {
    // Generous: a busy machine is no bug, and a test that hangs is still found.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['src/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/setup.ts'],
        },
      },
    ],
  },
});
