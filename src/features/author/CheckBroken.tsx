import { useTranslation } from '#ui/words.tsx';
import type { DraftFiles } from '#core/author/history.ts';
import { useCheckup } from '#state/author/react.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

interface CheckBrokenProps {
  readonly files: DraftFiles;
  readonly file: string;
}

/** What looks for problems broke off: why there may be others, and the way to have it look again. */
export function CheckBroken({ files, file }: CheckBrokenProps) {
  const { t } = useTranslation('author');
  const look = useCheckup((state) => state.look);
  return (
    <Notice
      kind="error"
      title={t('checkBroken')}
      action={<Button onClick={() => look(files, file)}>{t('tryAgain')}</Button>}
    >
      {t('checkBrokenBody')}
    </Notice>
  );
}
