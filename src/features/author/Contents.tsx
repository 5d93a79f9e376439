import { memo } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Icon } from '#ui/Icon.tsx';
import type { Row } from './contents.ts';
import { useTree, type TreeProps } from './tree.ts';

/** The parts of a pack as a tree. */
export const Contents = memo(function Contents(props: TreeProps) {
  const { t } = useTranslation('author');
  const { tree, shown, closed, reachable, fold, choose, onKeyDown } = useTree(props);
  return (
    <div className="contents" role="tree" aria-label={t('contents')} ref={tree}>
      {shown.map((row) => (
        <div
          key={row.key}
          data-key={row.key}
          role="treeitem"
          className={`contents-row contents-${row.kind}`}
          aria-level={row.level}
          aria-selected={row.file === props.file}
          aria-expanded={row.isParent ? !closed.has(row.key) : undefined}
          tabIndex={row.key === reachable ? 0 : -1}
          onClick={() => choose(row)}
          onKeyDown={(event) => onKeyDown(event, row)}
        >
          <RowWords row={row} onFold={() => fold(row, closed.has(row.key))} />
        </div>
      ))}
    </div>
  );
});

interface RowWordsProps {
  readonly row: Row;
  readonly onFold: () => void;
}

function RowWords({ row, onFold }: RowWordsProps) {
  const { t } = useTranslation('author');
  const { kind, id, title, isParent, errors, warnings } = row;
  const count = errors > 0 ? errors : warnings;
  return (
    <>
      {isParent && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the arrow keys do the same
        <span
          className="contents-fold"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
        >
          <Icon name="menu" />
        </span>
      )}
      <span className="contents-title">
        {kind === 'pack' || kind === 'notes' || kind === 'cases' ? t(`row-${kind}`) : title || id}
      </span>
      {count > 0 && (
        <span className={errors > 0 ? 'contents-errors' : 'contents-warnings'}>
          <Icon name={errors > 0 ? 'warn' : 'info'} />
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">
            {t(errors > 0 ? 'errorCount' : 'warningCount', { count })}
          </span>
        </span>
      )}
    </>
  );
}
