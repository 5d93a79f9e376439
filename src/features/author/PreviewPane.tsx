import { memo } from 'react';
import type { MediaUrl } from '#ui/RichText.tsx';
import { useTranslation } from '#ui/words.tsx';
import { useFocus, useSeen } from './desk-state.ts';
import { Preview } from './Preview.tsx';

interface PreviewPaneProps {
  readonly file: string;
  readonly mediaUrl: MediaUrl;
}

/** The file in hand as a learner will see it. */
export const PreviewPane = memo(function PreviewPane({ file, mediaUrl }: PreviewPaneProps) {
  const { t } = useTranslation('author');
  const { seen, isOld } = useSeen(useFocus(file), file);
  return (
    <section className="desk-preview" aria-label={t('preview')}>
      <Preview seen={seen} isPack={file === 'pack.yaml'} isOld={isOld} mediaUrl={mediaUrl} />
    </section>
  );
});
