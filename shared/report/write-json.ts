// The report as JSON: the document itself, for scripts.

import type { ReportDocument } from './report-document';

/** Raise `version` when a reader of the old shape would misread the new one; cli.md and the tests beside this say so too. */
export const reportFormat = { format: 'rostrum-report', version: 1 } as const;

/** One JSON object: `format`, `version` and the document. */
export function writeJson(document: ReportDocument): string {
  return `${JSON.stringify({ ...reportFormat, ...document }, null, 2)}\n`;
}
