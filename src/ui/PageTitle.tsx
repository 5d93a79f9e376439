import { useTranslation } from './words.tsx';

/** What the tab is called: the page, and whose site it is. */
export function PageTitle({ of }: { readonly of: string }) {
  const { t } = useTranslation('app');
  return <title>{`${of} – ${t('name')}`}</title>;
}
