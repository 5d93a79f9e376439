import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { interfaceLanguages, type InterfaceLanguage } from '#core/language.ts';
import { packFolders } from './folders.ts';
import { readSite, SITE_FILE, type Site } from './site.ts';

const WORDS = /\/src\/i18n\/(en|ja)\/app\.json$/;
const TOKENS = /\/src\/ui\/tokens\.css$/;
const MANIFEST = /^\/?manifest\.(en|ja)\.webmanifest$/;

const languageIn = (match: RegExpExecArray | null): InterfaceLanguage | undefined =>
  interfaceLanguages.find((language) => language === match?.[1]);

/** The words of the app, with the site's name in the place of Mondo's. */
const namedWords = (json: string, name: string): string =>
  JSON.stringify({ ...JSON.parse(json), name });

/** The tokens, with the site's accent in the place of Mondo's. */
function accented(css: string, { light, dark }: NonNullable<Site['accent']>): string {
  const names = ['accent', 'accent-ink', 'accent-wash'] as const;
  return names.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`(--${name}:\\s*)light-dark\\([^)]*\\)`),
        `$1light-dark(${light[name]}, ${dark[name]})`,
      ),
    css,
  );
}

const namedManifest = (json: string, name: string): string =>
  `${JSON.stringify({ ...JSON.parse(json), name, short_name: name }, null, 2)}\n`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function dressedPage(html: string, { name, language }: Site): string {
  const title = name[language ?? 'en'];
  const named = html.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`);
  if (language === undefined) return named;
  return named
    .replace(/<html lang="\w+">/, `<html lang="${language}" data-language="${language}">`)
    .replace(/manifest\.\w+\.webmanifest/, `manifest.${language}.webmanifest`);
}

/**
 * Puts the name, accent and language of `questions/_site.yaml` into the page, the words, the style sheet and the
 * manifests while they are built: nothing of it is worked out in the browser, so the first paint is right.
 */
export function sitePlugin(): Plugin {
  let questions = '';
  let publicFolder = '';
  let site: Site | null = null;
  const manifest = (language: InterfaceLanguage): string | null => {
    const file = join(publicFolder, `manifest.${language}.webmanifest`);
    if (!site || !existsSync(file)) return null;
    return namedManifest(readFileSync(file, 'utf8'), site.name[language]);
  };
  return {
    name: 'mondo:site',
    configResolved(config) {
      questions = join(config.root, 'questions');
      publicFolder = config.publicDir;
      ({ site } = readSite(
        questions,
        packFolders(questions).map(({ name }) => name),
      ));
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!site) return null;
        const language = languageIn(WORDS.exec(id));
        if (language) return { code: namedWords(code, site.name[language]), map: null };
        if (site.accent && TOKENS.test(id)) return { code: accented(code, site.accent), map: null };
        return null;
      },
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => (site ? dressedPage(html, site) : html),
    },
    generateBundle() {
      for (const language of interfaceLanguages) {
        const source = manifest(language);
        if (source !== null)
          this.emitFile({ type: 'asset', fileName: `manifest.${language}.webmanifest`, source });
      }
    },
    configureServer(server) {
      serve(server, manifest);
      const file = join(questions, SITE_FILE);
      server.watcher.add(file).on('all', (_event, changed) => {
        if (changed === file) void server.restart();
      });
    },
  };
}

function serve(
  server: ViteDevServer,
  manifest: (language: InterfaceLanguage) => string | null,
): void {
  server.middlewares.use((request, response, next) => {
    const language = languageIn(MANIFEST.exec((request.url ?? '').replace(/[?#].*$/, '')));
    const source = language ? manifest(language) : null;
    if (source === null) next();
    else response.setHeader('Content-Type', 'application/manifest+json').end(source);
  });
}
