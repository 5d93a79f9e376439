import { useExams } from '#state/exam/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useTranslation } from '#ui/words.tsx';

/** While the exams of the learner are read, and when they could not be: then it is tried again. */
export function Reading() {
  const { t } = useTranslation('exam');
  const status = useExams((state) => state.status);
  const open = useExams((state) => state.open);
  if (status !== 'failed') return <output>{t('reading')}</output>;
  return (
    <Notice kind="error" action={<Button onClick={() => void open()}>{t('tryAgain')}</Button>}>
      {t('readingFailed')}
    </Notice>
  );
}
