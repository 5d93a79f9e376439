import { byNamespace, type Bundle } from './bundle.ts';

/** The words of the first screens in this language: one chunk. The rest comes with its place (`i18n.ts`). */
export const words = byNamespace(
  import.meta.glob<Bundle>(['./ja/{app,common,feedback,question,study,today}.json'], {
    eager: true,
    import: 'default',
  }),
);
