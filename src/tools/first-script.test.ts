import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { asScript, changing } from './first-script.ts';

const address = 'https://example.org/a/assets/first.js';

/** Runs the script as a page does, then takes from it as a module does. */
function run(code: string, inlined: readonly (readonly [string, string])[] = []) {
  const { script, module } = asScript(code, new Map(inlined));
  const page: { mondoFirst?: readonly unknown[] } = {};
  runInNewContext(script, Object.assign(page, { document: { currentScript: { src: address } } }));
  return { given: page.mondoFirst ?? [], module };
}

test('a script leaves what the module exported, in its order', () => {
  const { given } = run('const a = 1; function f() { return a; } export { a as x, f as in };');
  expect(given[0]).toBe(1);
  expect(Reflect.apply(given[1] as () => unknown, null, [])).toBe(1);
});

test('the module in its place hands everything on, words of the language included', async () => {
  const { module, given } = run('const a = 1, b = 2; export { a as t, b as in };');
  Object.assign(globalThis, { mondoFirst: given });
  const named: unknown = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`
  );
  Reflect.deleteProperty(globalThis, 'mondoFirst');
  expect(named).toMatchObject({ t: 1, in: 2 });
});

test('what it imports goes in, with names of its own', () => {
  const inner = 'const a = 20; const b = a + 1; export { b as r };';
  const code = 'import { r as b } from "./inner.js"; const a = b * 2; export { a as x };';
  expect(run(code, [['./inner.js', inner]]).given[0]).toBe(42);
  expect(() => run(code)).toThrow('./inner.js');
});

test('addresses are those of the script', () => {
  const code = 'const a = () => new URL("w.js", import.meta.url).href; export { a as x };';
  const { given } = run(code.replace('new URL("w.js", import.meta.url).href', 'import.meta.url'));
  expect(Reflect.apply(given[0] as () => unknown, null, [])).toBe(address);
});

test('the script is as strict as a module', () => {
  expect(() => run('undeclared = 1; export { };')).toThrow('undeclared');
});

test('what is exported and changes later is found, by whatever way it changes', () => {
  const list = 'let a = 0, b = 0, c = 0, d = {}, e = 0; const f = 1;';
  const work = 'function go() { a = 1; [b] = [1]; c += 1; d.x = 1; } go(); e = 1;';
  expect(changing(`${list} ${work} export { a, b, c, d, e, f };`)).toEqual(['a', 'b', 'c']);
});
