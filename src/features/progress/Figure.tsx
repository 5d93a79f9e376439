import { useId, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import type { Figures } from '#core/insight/figures.ts';
import { formatDay, type StudyDay } from '#core/time.ts';
import { csvOf } from '#state/progress.ts';
import { Button } from '#ui/Button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { Names } from './numbers.ts';
import type { Table } from './table.ts';
import './Figure.css';

/** What each figure is made from. */
export interface FigureProps {
  readonly figures: Figures;
  readonly names: Names;
}

interface FrameProps {
  /** Part of the file's name. */
  readonly name: string;
  readonly title: string;
  /** The one sentence that the picture says. */
  readonly says: string;
  /** What it rests on, and how sure it is. */
  readonly note?: string | undefined;
  readonly table: Table;
  readonly today: StudyDay;
  /** The picture; nothing where there is too little to draw. */
  readonly children?: ReactNode;
}

/** A sentence, its picture, what it rests on; the same as a table, and as a file. */
export function Figure({ name, title, says, note, table, today, children }: FrameProps) {
  const { t } = useTranslation('progress');
  const heading = useId();
  const save = () =>
    saveFile(
      `mondo-${name}-${formatDay(today)}.csv`,
      csvOf([table.heads, ...table.values()]),
      'text/csv',
    );
  return (
    <section className="figure" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="figure-says">{says}</p>
      {children}
      {note !== undefined && <p className="figure-note">{note}</p>}
      {table.rows > 0 && (
        <div className="figure-foot">
          <details>
            <summary>
              {t('table')}
              <VisuallyHidden>: {title}</VisuallyHidden>
            </summary>
            <FigureTable title={title} table={table} />
          </details>
          <Button look="quiet" aria-label={t('csvOf', { title })} onClick={save}>
            {t('csv')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Nobody reads more on a screen. */
const MOST_ROWS = 100;

function FigureTable({ title, table }: { readonly title: string; readonly table: Table }) {
  const { t, i18n } = useTranslation('progress');
  const rows = table.shown(MOST_ROWS, i18n.language);
  return (
    // A wide table is scrolled by keys, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to take the focus
    <section className="figure-scroll" aria-label={t('tableOf', { title })} tabIndex={0}>
      <table className="figure-table">
        <thead>
          <tr>
            {table.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], place) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other name, and never move
            <tr key={place}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td key={table.heads[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows > rows.length && <p>{t('tableCut', { count: rows.length })}</p>}
    </section>
  );
}
