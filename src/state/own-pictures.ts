/** Gives pictures of a device's pack addresses that the page may show. */
export interface Addresses {
  /** The same piece of a pack with addresses in the place of names; a picture that is not there becomes its words. */
  readonly putInto: <T>(chunk: T) => Promise<T>;
  /** The addresses are used no more. */
  readonly release: () => void;
}

interface Picture {
  readonly type: 'image';
  readonly source: string;
  readonly alt: string;
}

const isPicture = (node: unknown): node is Picture =>
  typeof node === 'object' &&
  node !== null &&
  'type' in node &&
  node.type === 'image' &&
  'source' in node &&
  typeof node.source === 'string' &&
  'alt' in node &&
  typeof node.alt === 'string';

/** Every picture of a tree, by name. */
function namesIn(node: unknown, names: Set<string>): ReadonlySet<string> {
  if (isPicture(node)) names.add(node.source);
  else if (typeof node === 'object' && node !== null)
    for (const child of Object.values(node)) namesIn(child, names);
  return names;
}

const typeOf = (name: string): string =>
  name.endsWith('.png') ? 'image/png' : name.endsWith('.webp') ? 'image/webp' : 'image/jpeg';

/** @param read a picture's bytes by name; `null` when it is not there */
export function pictureAddresses(
  read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>,
): Addresses {
  const addresses = new Map<string, string>();
  const give = async (name: string): Promise<void> => {
    if (addresses.has(name)) return;
    const bytes = await read(name);
    if (bytes && !addresses.has(name))
      addresses.set(name, URL.createObjectURL(new Blob([bytes], { type: typeOf(name) })));
  };
  return {
    async putInto(chunk) {
      const names = namesIn(chunk, new Set());
      if (names.size === 0) return chunk;
      await Promise.all([...names].map(give));
      const placed: typeof chunk = JSON.parse(
        JSON.stringify(chunk, (_key, node: unknown) => {
          if (!isPicture(node)) return node;
          const source = addresses.get(node.source);
          return source === undefined ? node.alt : { ...node, source };
        }),
      );
      return placed;
    },
    release() {
      for (const address of addresses.values()) URL.revokeObjectURL(address);
      addresses.clear();
    },
  };
}
