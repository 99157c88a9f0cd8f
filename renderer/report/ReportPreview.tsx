// The report on screen: the very document that is written to files, drawn as elements.

import type { ReportDocument } from '../../shared/report/report-document';
import { marksExplained, showsTrackedText } from '../../shared/report/report-document';
import { keyed } from './keyed';
import { ReportBlock } from './ReportBlock';
import styles from './report-preview.module.css';

/** `document` below the page's `h1`, which is its title. */
export function ReportPreview({ document }: { readonly document: ReportDocument }) {
  return (
    <article className={styles['report']} aria-label="Preview of the report" lang={document.language}>
      {showsTrackedText(document) && <p className={styles['marks']}>{marksExplained}</p>}
      {keyed(document.blocks, (block) => block.kind).map(({ key, part }) => (
        <ReportBlock key={key} block={part} />
      ))}
    </article>
  );
}
