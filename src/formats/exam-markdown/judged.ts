/** `D is correct because …`. */
const judgement =
  /^[\s*_>-]*(?:option |choice |answer )?\(?([A-H])\)? is (not correct|incorrect|wrong|correct|right|the (?:correct|right|best) (?:answer|choice|option))\b/i;

/** By place, those that are called right, where each option is called one or the other behind the last. */
export function judgedRights(
  names: readonly string[],
  explanation: readonly string[],
): ReadonlySet<number> | null {
  const said = new Map<string, boolean>();
  for (const text of explanation) {
    const [, name, words] = judgement.exec(text) ?? [];
    if (name !== undefined && words !== undefined)
      said.set(name.toUpperCase(), !/^(?:not|incorrect|wrong)/i.test(words));
  }
  const places = names.flatMap((name, index) => (said.get(name) === true ? [index] : []));
  return places.length > 0 && names.every((name) => said.has(name)) ? new Set(places) : null;
}
