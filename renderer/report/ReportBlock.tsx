// One block of a report as elements. Headings keep their level: the page's `h1` is the report's title.

import { visibleText } from '../../shared/report/visible-text';
import type { Block } from '../../shared/report/report-document';
import { classNames } from '../ui/class-names';
import { keyed } from './keyed';
import { ReportSpans } from './ReportSpans';
import { ReportTable } from './ReportTable';
import styles from './report-preview.module.css';

export function ReportBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading>{visibleText(block.text)}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          <ReportSpans spans={block.spans} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {keyed(block.items, (item) => item[0]?.text ?? '').map(({ key, part }) => (
            <li key={key}>
              <ReportSpans spans={part} />
            </li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl>
          {block.facts.map((fact) => (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>
                <ReportSpans spans={fact.spans} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <ReportTable table={block} />;
    case 'quotation':
      return (
        <blockquote className={styles[block.of]}>
          {keyed(block.lines, (line) => line).map(({ key, part }) => (
            <p key={key}>{visibleText(part)}</p>
          ))}
        </blockquote>
      );
    case 'tracked':
      return (
        <div className={styles['tracked']}>
          {keyed(block.lines, (line) => line.number ?? '').map(({ key, part: line }) => (
            <p key={key} className={classNames(styles[`depth${Math.min(line.depth, 3)}`])}>
              {line.number !== undefined && <span className={styles['number']}>{visibleText(line.number)} </span>}
              <ReportSpans spans={line.spans} />
            </p>
          ))}
        </div>
      );
  }
}
