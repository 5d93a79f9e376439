import { useCallback, useEffect, useState } from 'react';
import type { DraftFiles } from '#core/author/history.ts';
import type { MediaUrl } from '#ui/RichText.tsx';

const types = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
]);

interface Addresses {
  /** The address of a picture, made once for as long as its bytes stay. */
  readonly of: (path: string, bytes: Uint8Array) => string;
  readonly giveBack: () => void;
}

function newAddresses(): Addresses {
  const made = new Map<string, { readonly bytes: Uint8Array; readonly url: string }>();
  return {
    of(path, bytes) {
      const before = made.get(path);
      if (before?.bytes === bytes) return before.url;
      if (before) URL.revokeObjectURL(before.url);
      const type = types.get(path.slice(path.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
      made.set(path, { bytes, url });
      return url;
    },
    giveBack() {
      for (const { url } of made.values()) URL.revokeObjectURL(url);
      made.clear();
    },
  };
}

/** Addresses of the pictures of a draft, as long as it is on the screen. */
export function useDraftMedia(files: DraftFiles): MediaUrl {
  const [addresses] = useState(newAddresses);
  // An address holds its picture in memory until it is given back.
  useEffect(() => addresses.giveBack, [addresses]);
  return useCallback(
    (name) => {
      const path = `media/${name}`;
      const bytes = files.get(path);
      return bytes === undefined || typeof bytes === 'string'
        ? undefined
        : addresses.of(path, bytes);
    },
    [addresses, files],
  );
}
