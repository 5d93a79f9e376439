import { useTranslation } from '#ui/words.tsx';
import type { TableMapping as Mapping, TableView } from '#state/author/import-types.ts';
import { Choice, TextField } from './fields.tsx';
import { roleOfColumn, tableRoles, withRole } from './table-roles.ts';

interface TableMappingProps {
  readonly table: TableView;
  readonly onMapping: (mapping: Mapping) => void;
}

/** What the columns of a table mean, above its first rows; each change is read at once. */
export function TableMapping({ table, onMapping }: TableMappingProps) {
  const { t } = useTranslation('author');
  const { mapping, sheets } = table;
  return (
    <section className="author-section" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('mappingTitle')}</h2>
      <p className="author-caption">{t('mappingBody')}</p>
      <div className="import-how">
        {sheets.length > 1 && (
          <Choice
            label={t('sheet')}
            value={String(mapping.sheet)}
            choices={sheets.map((name, index) => ({ value: String(index), label: name }))}
            onChange={(sheet) => onMapping({ ...mapping, sheet: Number(sheet) })}
          />
        )}
        {mapping.layout !== 'brightspace' && (
          <TextField
            label={t('firstRow')}
            type="number"
            value={String(mapping.firstRow + 1)}
            onChange={(value) =>
              onMapping({
                ...mapping,
                firstRow: Math.max(0, (Number.parseInt(value, 10) || 1) - 1),
              })
            }
          />
        )}
      </div>
      {mapping.layout === 'columns' ? (
        <Columns table={table} onMapping={onMapping} />
      ) : (
        <p>{t(`layout-${mapping.layout}`)}</p>
      )}
    </section>
  );
}

function Columns({ table, onMapping }: TableMappingProps) {
  const { t } = useTranslation('author');
  const { mapping, columns, rows } = table;
  return (
    <div className="import-table">
      <table>
        <thead>
          <tr>
            {columns.map((name, column) => (
              <th key={name} scope="col">
                <Choice
                  label={name}
                  value={roleOfColumn(mapping, column)}
                  choices={tableRoles.map((value) => ({ value, label: t(`role-${value}`) }))}
                  onChange={(role) => onMapping(withRole(mapping, column, role))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no name
            <tr key={row}>
              {columns.map((name, column) => (
                <td key={name}>{cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
