/** A form, the edit in it and the check of the edit go over a text and the one after it. */
const TEXTS = 4;

/**
 * Makes a thing of a text once, as long as the text is among those that were asked for last. What is made is handed out
 * again and again: nobody changes it.
 * @param nameOf tells apart what is made of the same text
 * @param most so many are remembered
 */
export function lately<T, Rest extends readonly unknown[]>(
  make: (text: string, ...rest: Rest) => T,
  nameOf: (...rest: Rest) => string,
  most = TEXTS,
): (text: string, ...rest: Rest) => T {
  const kept: { readonly text: string; readonly name: string; readonly thing: T }[] = [];
  return (text, ...rest) => {
    const name = nameOf(...rest);
    const at = kept.findIndex((one) => one.text === text && one.name === name);
    const [held] = at < 0 ? [] : kept.splice(at, 1);
    const one = held ?? { text, name, thing: make(text, ...rest) };
    kept.unshift(one);
    kept.length = Math.min(kept.length, most);
    return one.thing;
  };
}
