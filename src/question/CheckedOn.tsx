import { useTranslation } from '#ui/words.tsx';
import type { Checked } from '#core/pack/model.ts';
import { formatDate } from './dates.ts';

/** On which day the facts were looked up, or that nobody has said so. */
export function CheckedOn({ checked }: { readonly checked: Checked | undefined }) {
  const { t, i18n } = useTranslation('feedback');
  if (!checked) return t('unchecked');
  const date = formatDate(checked.on, i18n.language);
  return t(checked.how === 'live' ? 'checkedLive' : 'checkedCopy', { date });
}
