import { memo, useDeferredValue, useMemo } from 'react';
import type { DraftInHand } from '#state/author/editor.ts';
import { useCheckup } from '#state/author/react.ts';
import { useTranslation } from '#ui/words.tsx';
import { Contents } from './Contents.tsx';
import { rowsOnce } from './contents.ts';
import { ContentsBar } from './ContentsBar.tsx';
import { usePaths } from './desk-state.ts';

interface ContentsPaneProps {
  readonly draft: DraftInHand;
  readonly file: string;
  readonly onOpen: (file: string) => void;
}

/** The parts of the draft, and what can be done to them. */
export const ContentsPane = memo(function ContentsPane(props: ContentsPaneProps) {
  const { draft, file, onOpen } = props;
  const { t, i18n } = useTranslation('author');
  const report = useDeferredValue(useCheckup((state) => state.whole));
  const paths = usePaths(draft.history.files);
  const listed = useDeferredValue(useMemo(() => ({ paths, file }), [paths, file]));
  const rows = rowsOnce(listed.paths, report, i18n.language);
  return (
    <section className="desk-contents" aria-label={t('contents')}>
      <ContentsBar draft={draft} file={file} onOpen={onOpen}>
        {(acts) => <Contents rows={rows} file={listed.file} onOpen={onOpen} {...acts} />}
      </ContentsBar>
    </section>
  );
});
