import { useTranslation } from '#ui/words.tsx';
import type { OfferTrouble } from '#state/offer.ts';
import { Notice } from '#ui/Notice.tsx';
import { ProblemList } from './ProblemList.tsx';

interface RefusedProps {
  readonly name: string;
  readonly trouble: OfferTrouble;
}

/** Why a file is not let in. */
export function Refused({ name, trouble }: RefusedProps) {
  const { t } = useTranslation('share');
  if (trouble.why !== 'problems')
    return (
      <Notice kind="error" title={t('refusedTitle', { name })}>
        {t(`read-${trouble.why}`)}
      </Notice>
    );
  const { problems, errors } = trouble.outcome;
  return (
    <>
      <Notice kind="error" title={t('refusedTitle', { name })}>
        {t('refusedBody', { count: errors })}
      </Notice>
      <ProblemList
        problems={problems.filter(({ severity }) => severity === 'error')}
        count={errors}
      />
    </>
  );
}
