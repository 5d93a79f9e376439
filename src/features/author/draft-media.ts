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

type Pictures = ReadonlyMap<string, Uint8Array>;

function picturesOf(files: DraftFiles, before: Pictures): Pictures {
  const now = [...files].filter(
    (entry): entry is [string, Uint8Array] =>
      entry[0].startsWith('media/') && typeof entry[1] !== 'string',
  );
  const isSame = now.length === before.size && now.every(([path, it]) => before.get(path) === it);
  return isSame ? before : new Map(now);
}

/** Addresses of the pictures of a draft, as long as it is on the screen; the same function until one changes. */
export function useDraftMedia(files: DraftFiles): MediaUrl {
  const [addresses] = useState(newAddresses);
  const [pictures, setPictures] = useState<Pictures>(() => picturesOf(files, new Map()));
  const now = picturesOf(files, pictures);
  if (now !== pictures) setPictures(now);
  // An address holds its picture in memory until it is given back.
  useEffect(() => addresses.giveBack, [addresses]);
  return useCallback(
    (name) => {
      const path = `media/${name}`;
      const bytes = pictures.get(path);
      return bytes && addresses.of(path, bytes);
    },
    [addresses, pictures],
  );
}
