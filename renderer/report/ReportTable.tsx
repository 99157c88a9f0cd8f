// A table of the report; its first column names the rows. Scrolls by itself where the page is too narrow for it.

import { visibleText } from '../../shared/report/visible-text';
import type { Block } from '../../shared/report/report-document';
import { keyed } from './keyed';
import styles from './report-preview.module.css';

export function ReportTable({ table }: { readonly table: Extract<Block, { readonly kind: 'table' }> }) {
  const { caption, columns, rows } = table;
  return (
    <div className={styles['tableFrame']} role="region" aria-label="Decisions" tabIndex={0}>
      <table>
        <caption>{visibleText(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows, ([name = '']) => name).map(({ key, part: [name = '', ...cells] }) => (
            <tr key={key}>
              <th scope="row">{visibleText(name)}</th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]}>{visibleText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
