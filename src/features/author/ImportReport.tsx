import { useState } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type {
  ImportRemark,
  ImportReport as Report,
  ReportItem,
} from '#state/author/import-types.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { reasonOf } from './problem-words.ts';

const states = ['taken', 'partly', 'left'] as const;
const filters = ['all', ...states] as const;
type Filter = (typeof filters)[number];

/** So many items are drawn at once. */
const PAGE = 100;

/** What became of every item of a file. */
export function ImportReport({
  report,
}: {
  readonly report: Exclude<Report, { type: 'unknown' }>;
}) {
  return report.type === 'pack' ? <PackReport report={report} /> : <ItemsReport report={report} />;
}

function PackReport({ report }: { readonly report: Extract<Report, { type: 'pack' }> }) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('problems');
  const { title, concepts, scenarios, problems, isFromDocument } = report;
  return (
    <section className="author-section" aria-labelledby="report-title">
      <h2 id="report-title">{t('reportTitle')}</h2>
      <p>{t('packFound', { title: title || t('untitled'), concepts, scenarios })}</p>
      {isFromDocument && <p>{t('fromDocument')}</p>}
      {problems.length > 0 && (
        <>
          <p>{t('packProblems', { count: problems.length })}</p>
          <ul className="import-remarks">
            {problems.slice(0, PAGE).map((problem) => (
              <li key={`${problem.file}:${problem.line}:${problem.column}:${problem.code}`}>
                {problem.file}:{problem.line} {reasonOf(say, problem)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ItemsReport({ report }: { readonly report: Extract<Report, { type: 'items' }> }) {
  const { t } = useTranslation('author');
  const [filter, setFilter] = useState<Filter>('all');
  const [size, setSize] = useState(PAGE);
  const { items, remarks } = report;
  const count = (state: Filter) =>
    state === 'all' ? items.length : items.filter((item) => item.state === state).length;
  const wanted = items.filter(({ state }) => filter === 'all' || state === filter);
  return (
    <section className="author-section" aria-labelledby="report-title">
      <h2 id="report-title">{t('reportTitle')}</h2>
      <output>
        {t('itemsFound', { taken: count('taken'), partly: count('partly'), left: count('left') })}
      </output>
      <Remarks remarks={remarks} />
      <Segmented
        legend={t('show')}
        value={filter}
        segments={filters.map((value) => ({
          value,
          label: t(`filter-${value}`, { count: count(value) }),
        }))}
        onChange={(value) => {
          setFilter(value);
          setSize(PAGE);
        }}
      />
      <ol className="import-items">
        {wanted.slice(0, size).map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a file may name two items alike
          <Item key={`${item.file}:${item.line}:${item.name}:${index}`} item={item} />
        ))}
      </ol>
      {wanted.length > size && (
        <Button look="quiet" onClick={() => setSize(size + PAGE)}>
          {t('showMore', { count: wanted.length - size })}
        </Button>
      )}
    </section>
  );
}

const icons = { taken: 'check', partly: 'info', left: 'cross' } as const;

function Item({ item }: { readonly item: ReportItem }) {
  const { t } = useTranslation('author');
  const { name, file, line, state, title, kind, remarks } = item;
  return (
    <li className={`import-item import-${state}`}>
      <p className="import-state">
        <Icon name={icons[state]} />
        {t(`state-${state}`)}
      </p>
      <div>
        <p>{title || name}</p>
        <p className="author-caption">
          {[file, t('lineOf', { line }), ...(kind === null ? [] : [t(`kind-${kind}`)])]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <Remarks remarks={remarks} />
      </div>
    </li>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly ImportRemark[] }) {
  const { t } = useTranslation('author');
  const { t: say } = useTranslation('import');
  if (remarks.length === 0) return null;
  return (
    <ul className="import-remarks">
      {remarks.map((remark, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same may be said twice
        <li key={`${remark.code}:${index}`}>
          {say(remark.code, { ...remark.params })}
          {remark.line !== undefined && ` (${t('lineOf', { line: remark.line })})`}
        </li>
      ))}
    </ul>
  );
}
