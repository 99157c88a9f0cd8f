// Reports of several conferences as one document.

import { plain } from './report-document';
import type { Block, ReportDocument } from './report-document';

/** One report unchanged; several under their titles, one level down, with one sheet; none as a sentence. */
export function joinReports(reports: readonly ReportDocument[]): ReportDocument {
  const [first, ...others] = reports;
  if (first === undefined) {
    return {
      title: 'Report back',
      language: 'en-GB',
      blocks: [{ kind: 'paragraph', spans: [plain('There are no motions yet.')] }],
      sheet: { columns: [], rows: [] },
    };
  }
  if (others.length === 0) return first;
  return {
    title: `Report back from ${reports.length} conferences`,
    language: first.language,
    blocks: reports.flatMap((report): readonly Block[] => [
      { kind: 'heading', level: 2, text: report.title },
      ...report.blocks.map(lowered),
    ]),
    sheet: { columns: first.sheet.columns, rows: reports.flatMap((report) => report.sheet.rows) },
  };
}

function lowered(block: Block): Block {
  if (block.kind !== 'heading') return block;
  const levels = { 2: 3, 3: 4, 4: 5, 5: 5 } as const;
  return { ...block, level: levels[block.level] };
}
