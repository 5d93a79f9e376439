/**
 * The one Trusted Types policy of the page. It lets through a closed list of addresses of our own scripts
 * that are strings to the browser: the service worker's. Everything else that would become code throws.
 */
interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

const scripts: readonly string[] = ['./sw.js'];

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
