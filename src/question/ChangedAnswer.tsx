import { useTranslation } from '#ui/words.tsx';
import { localized, type Language } from '#core/language.ts';
import type { Scenario } from '#core/pack/model.ts';
import { Notice } from '#ui/Notice.tsx';

interface ChangedAnswerProps {
  readonly scenario: Pick<Scenario, 'change'>;
  readonly language: Language;
}

/** The rule is not what it was when the learner answered before: said once, in the author's words if there are any. */
export function ChangedAnswer({ scenario: { change }, language }: ChangedAnswerProps) {
  const { t } = useTranslation('feedback');
  const was = change && localized(change.was, language);
  const now = change && localized(change.now, language);
  return (
    <Notice kind="warn" title={t('changedTitle')}>
      {was !== undefined && now !== undefined && <p>{t('changedWords', { was, now })}</p>}
      <p>{t('changedBody')}</p>
    </Notice>
  );
}
