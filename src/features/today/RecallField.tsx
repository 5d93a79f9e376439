import { useTranslation } from '#ui/words.tsx';
import './RecallField.css';

/** One concept, or beyond 400 a group of them. */
export interface FieldCell {
  readonly key: string;
  readonly title: string;
  /** Chance to recall, 0 to 1; `null` when never met. */
  readonly recall: number | null;
  /** 0 to 4, as the chance grows; 0 when never met. */
  readonly quarters: number;
  readonly isDue: boolean;
}

export interface FieldRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly FieldCell[];
  readonly met: number;
  readonly total: number;
  readonly due: number;
  /** Mean of those met. */
  readonly recall: number | null;
}

const percent = (recall: number): number => Math.floor(recall * 100);

const quarters = [
  [6, 6],
  [13, 6],
  [6, 13],
  [13, 13],
] as const;

/** Darkness never stands alone: as many quarters carry a dot. */
function Cell({ filled, isDue }: { readonly filled: number; readonly isDue: boolean }) {
  return (
    <svg className="field-cell" data-filled={filled} viewBox="0 0 19 19" aria-hidden="true">
      <rect x="0.5" y="0.5" width="18" height="18" rx="3" />
      {quarters.slice(0, filled).map(([x, y]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="1.5" />
      ))}
      {isDue && <rect className="field-due" x="-2" y="-2" width="23" height="23" rx="5" />}
    </svg>
  );
}

/** The picture of what is known and what is fading. The table below it says the same. */
export function RecallField({ rows }: { readonly rows: readonly FieldRow[] }) {
  const { t } = useTranslation('today');
  return (
    <section className="today-section" aria-labelledby="field-title">
      <div className="today-head">
        <h2 id="field-title">{t('field')}</h2>
        <Legend />
      </div>
      <p className="today-caption">{t('fieldCaption')}</p>
      <ul className="field-rows">
        {rows.map((row) => (
          <li className="field-row" key={row.id}>
            <span>{row.title}</span>
            <span className="field-share">
              {row.recall === null ? t('fieldNone') : `${percent(row.recall)} %`}
            </span>
            <span className="field-cells">
              {row.cells.map((cell) => (
                <span key={cell.key} title={cellWords(t, cell)}>
                  <Cell filled={cell.quarters} isDue={cell.isDue} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('fieldTable')}</summary>
        <FieldTable rows={rows} />
      </details>
    </section>
  );
}

type Words = ReturnType<typeof useTranslation<'today'>>['t'];

const cellWords = (t: Words, { title, recall }: FieldCell): string =>
  recall === null
    ? t('fieldCellUnseen', { title })
    : t('fieldCell', { title, percent: percent(recall) });

function Legend() {
  const { t } = useTranslation('today');
  return (
    <span className="field-legend" aria-hidden="true">
      {t('fieldLegend')}
      {[1, 2, 3, 4].map((filled) => (
        <Cell key={filled} filled={filled} isDue={false} />
      ))}
      {t('fieldLegendEnd')} · <Cell filled={0} isDue={false} /> {t('fieldUnseen')} ·{' '}
      <Cell filled={1} isDue /> {t('fieldDue')}
    </span>
  );
}

function FieldTable({ rows }: { readonly rows: readonly FieldRow[] }) {
  const { t } = useTranslation('today');
  return (
    <table className="field-table">
      <thead>
        <tr>
          <th scope="col">{t('domain')}</th>
          <th scope="col">{t('met')}</th>
          <th scope="col">{t('dueNow')}</th>
          <th scope="col">{t('recall')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.title}</th>
            <td>
              {row.met} / {row.total}
            </td>
            <td>{row.due}</td>
            <td>{row.recall === null ? t('fieldNone') : `${percent(row.recall)} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
