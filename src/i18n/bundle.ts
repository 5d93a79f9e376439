/** The words of one namespace, as they stand in a JSON file. */
export type Bundle = Readonly<Record<string, string>>;

/** Files of one language by namespace: `./en/today.json` is `today`. */
export const byNamespace = (files: Readonly<Record<string, Bundle>>): ReadonlyMap<string, Bundle> =>
  new Map(
    Object.entries(files).map(([path, words]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      words,
    ]),
  );
