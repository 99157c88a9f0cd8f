// From the report to the bytes of a file: text is encoded here, PDF is printed by the doorkeeper from the HTML.

import type { DesktopApi, PrintFailure } from '../../shared/desktop-contract';
import type { ReportDocument } from '../../shared/report/report-document';
import { reportFileName, writeReport } from '../../shared/report/report-formats';
import type { ReportFormat } from '../../shared/report/report-formats';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { FinishedFile } from '../app/deliver-file';

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  md: 'text/markdown;charset=utf-8',
  html: 'text/html;charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  json: 'application/json',
};

/** The finished file. Only PDF can fail. */
export async function makeReportFile(
  desktop: Pick<DesktopApi, 'printPdf'>,
  document: ReportDocument,
  format: ReportFormat,
): Promise<Result<FinishedFile, PrintFailure>> {
  const name = reportFileName(document, format);
  const mediaType = mediaTypes[format];
  if (format === 'pdf') {
    const printed = await desktop.printPdf({ html: writeReport(document, 'html') });
    return printed.ok ? succeed({ name, mediaType, bytes: printed.value }) : printed;
  }
  const bytes = new TextEncoder().encode(writeReport(document, format));
  return succeed({ name, mediaType, bytes });
}
