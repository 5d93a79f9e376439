import type { Slug } from '#core/ids.ts';

/** The Latin letters and digits of a title, as an id; empty when it has none. */
export const slugOf = (title: string): Slug =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '');

/**
 * An id that nothing has yet: from a title, else a word with the first free number.
 * @param otherwise what an id begins with when the title has no Latin letter: `concept`
 */
export function freeId(title: string, otherwise: Slug, isTaken: (id: Slug) => boolean): Slug {
  const base = slugOf(title);
  if (base !== '' && !isTaken(base)) return base;
  for (let number = base === '' ? 1 : 2; ; number += 1) {
    const id = `${base === '' ? otherwise : base}-${number}`;
    if (!isTaken(id)) return id;
  }
}
