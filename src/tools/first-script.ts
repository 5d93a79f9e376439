import { parseAst, type Plugin } from 'vite';

/** Where the script leaves what the modules that are loaded later take from it. */
const SHARED = 'mondoFirst';

interface AnyNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Edit extends Pick<AnyNode, 'start' | 'end'> {
  readonly text: string;
}

/** Local name and the name that others know it by. */
type Pair = readonly [local: string, known: string];

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function* nodesIn(value: unknown): Generator<AnyNode> {
  if (isNode(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

function edited(code: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      code,
    );
}

interface Unwrapped {
  readonly body: string;
  readonly exported: readonly Pair[];
}

const nameOf = (node: { readonly type: string }): string => {
  if ('name' in node && typeof node.name === 'string') return node.name;
  throw new Error('a name of the first script is a text');
};

/**
 * A module without its imports, exports and `import.meta`, which a script can't have.
 * @param inlined what it may import; `null` leaves its imports as they are
 */
function unwrapped(code: string, inlined: ReadonlyMap<string, string> | null): Unwrapped {
  const program = parseAst(code);
  const edits: Edit[] = [];
  const exported: Pair[] = [];
  for (const node of program.body) {
    const { type, start, end } = node;
    if (type === 'ImportDeclaration') {
      if (inlined === null) continue;
      const source = inlined.get(node.source.value);
      if (source === undefined) throw new Error(`the first script imports ${node.source.value}`);
      const names = node.specifiers.map((specifier): Pair => {
        if (specifier.type !== 'ImportSpecifier') throw new Error(`it imports a ${specifier.type}`);
        return [specifier.local.name, nameOf(specifier.imported)];
      });
      const inner = unwrapped(source, new Map());
      const wanted = names.map(([local, known]) => `${known}:${local}`).join();
      const given = inner.exported.map(([local, known]) => `${known}:${local}`).join();
      edits.push({
        start,
        end,
        text: `const{${wanted}}=(()=>{${inner.body};return{${given}}})();`,
      });
    } else if (type === 'ExportNamedDeclaration' && node.declaration === null) {
      edits.push({ start, end, text: '' });
      for (const { local, exported: known } of node.specifiers)
        exported.push([nameOf(local), nameOf(known)]);
    } else if (type.startsWith('Export')) {
      throw new Error(`the first script has an ${type}`);
    }
  }
  for (const { type, start, end } of nodesIn(program.body))
    if (type === 'MetaProperty' && code.slice(start, end) === 'import.meta')
      edits.push({ start, end, text: 'meta$' });
  return { body: edited(code, edits), exported };
}

/** The names that functions give another value to. */
function* changedIn(value: unknown, isInside = false): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value) && isInside) {
    if ('left' in value && value.type === 'AssignmentExpression') yield* bound(value.left);
    if ('argument' in value && value.type === 'UpdateExpression') yield* bound(value.argument);
  }
  const isFunction = isNode(value) && value.type.includes('Function');
  for (const child of Object.values(value)) yield* changedIn(child, isInside || isFunction);
}

/** The names in what is assigned to; `a.b` changes what `a` holds, not `a`. */
function* bound(target: unknown): Generator<string> {
  if (typeof target !== 'object' || target === null) return;
  if (isNode(target) && target.type === 'MemberExpression') return;
  if (isNode(target) && target.type === 'Identifier') yield nameOf(target);
  for (const child of Object.values(target)) yield* bound(child);
}

/** @returns exported names whose values change: the module beside the script would go on giving the first one */
export function changing(code: string): readonly string[] {
  const { body } = parseAst(code);
  const changed = new Set(changedIn(body));
  const variables = body.flatMap((node) =>
    node.type === 'VariableDeclaration' && node.kind !== 'const'
      ? node.declarations.flatMap(({ id }) => [...bound(id)])
      : [],
  );
  return unwrapped(code, null)
    .exported.map(([local]) => local)
    .filter((name) => changed.has(name) && variables.includes(name));
}

/** Words of the language that a short name can happen to be: exports may have them, constants may not. */
const words = new Set([
  'as',
  'do',
  'if',
  'in',
  'for',
  'let',
  'new',
  'try',
  'var',
  'case',
  'default',
]);

/**
 * A module and what it imports as a script, and a module in its place that gives what it exported. The comment at
 * its head has Chromium compile it while it arrives, beside the page, and not function by function when they are called.
 * @param inlined what it imports, by address
 */
export function asScript(
  code: string,
  inlined: ReadonlyMap<string, string>,
): { readonly script: string; readonly module: string } {
  const { body, exported } = unwrapped(code, inlined);
  const given = exported.map(([local]) => local).join();
  const constants = exported.map(([, known], place) => (words.has(known) ? `word${place}` : known));
  const renamed = exported.flatMap(([, known], place) =>
    words.has(known) ? `export{word${place} as ${known}};` : [],
  );
  return {
    script: `//# allFunctionsCalledOnLoad
(()=>{"use strict";const meta$={url:document.currentScript.src};${body}
globalThis.${SHARED}=[${given}]})();`,
    module: [`export const[${constants.join()}]=globalThis.${SHARED};`, ...renamed].join(''),
  };
}

const asFirst = (fileName: string): string => fileName.replace('index-', 'first-');

/**
 * Makes the first file of the built page a script in place of a module: browsers keep the compiled code of scripts
 * that a service worker stores, and not that of modules, so each later visit begins without compiling it again.
 * What is loaded later imports it as before, from a small module that hands on what the script has left.
 */
export function firstScriptPlugin(): Plugin {
  return {
    name: 'mondo:first-script',
    apply: 'build',
    renderChunk(code, { isEntry }) {
      const names = isEntry ? changing(code) : [];
      if (names.length > 0)
        this.error(`exported from the first file, and changed: ${names.join()}`);
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        for (const entry of chunks.filter(({ isEntry }) => isEntry)) {
          const imported = chunks.filter(({ fileName }) => entry.imports.includes(fileName));
          const inlined = imported.map((chunk): [string, string] => [
            `./${chunk.fileName.split('/').at(-1)}`,
            chunk.code,
          ]);
          const { script, module } = asScript(entry.code, new Map(inlined));
          this.emitFile({ type: 'asset', fileName: asFirst(entry.fileName), source: script });
          entry.code = module;
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { chunk }) {
        if (!chunk) return html;
        const address = `./${chunk.fileName}`;
        return html.replace(/<link rel="modulepreload"[^>]*>/g, '').replace(
          `<script type="module" crossorigin src="${address}"></script>`,
          `<script defer src="${asFirst(address)}"></script>
    <link rel="modulepreload" crossorigin href="${address}">`,
        );
      },
    },
  };
}
