// oxlint-disable-next-line import/default -- Vite makes the module of `?worker&url`: the script's address
import packWorker from '#state/pack-worker.ts?worker&url';
// oxlint-disable-next-line import/default -- the address of the worker, by the build
import authorWorkerFile from '#state/author/worker.ts?worker&url';
// oxlint-disable-next-line import/default -- the address of the worker, by the build
import planWorker from '#state/plan-worker.ts?worker&url';

/**
 * The one Trusted Types policy of the page. It lets through a closed list of addresses of our own scripts
 * that are strings to the browser: those of the workers. Everything else that would become code throws.
 */
interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

const scripts: readonly string[] = ['./sw.js', packWorker, authorWorkerFile, planWorker];

function onlyOurs(url: string): string {
  if (!scripts.includes(url)) throw new TypeError(`Not a script of Mondo: ${url}`);
  return url;
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
    };
  }
}

const policy: ScriptUrlPolicy = window.trustedTypes?.createPolicy('mondo', {
  createScriptURL: onlyOurs,
}) ?? { createScriptURL: onlyOurs };

export const serviceWorkerUrl = (): string => policy.createScriptURL('./sw.js');

/** Does one job with a whole pack, and is ended then. */
export const openPackWorker = (): Worker =>
  new Worker(policy.createScriptURL(packWorker), { type: 'module' });

/** Reads foreign files and examines drafts, beside the page. */
export const startAuthorWorker = (): Worker =>
  new Worker(policy.createScriptURL(authorWorkerFile), { type: 'module' });

/** Makes one plan to an exam, and is ended then. */
export const openPlanner = (): Worker =>
  new Worker(policy.createScriptURL(planWorker), { type: 'module' });
