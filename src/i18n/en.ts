import { byNamespace, type Bundle } from './bundle.ts';

/** Every word of the interface in this language, except those of `problems`: one chunk. */
export const words = byNamespace(
  import.meta.glob<Bundle>(['./en/*.json', '!./en/problems.json'], {
    eager: true,
    import: 'default',
  }),
);
