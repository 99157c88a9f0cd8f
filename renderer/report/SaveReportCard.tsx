// The card that saves the report: one button a format, how far it is, and what became of it.

import { Download, FileCode, FileDown, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DesktopApi, PrintFailure } from '../../shared/desktop-contract';
import type { ReportDocument } from '../../shared/report/report-document';
import type { ReportFormat } from '../../shared/report/report-formats';
import { printMessage, saveMessage } from '../app/failure-message';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Notice } from '../ui/Notice';
import { ProgressBar } from '../ui/ProgressBar';
import { deliverFile } from '../app/deliver-file';
import type { Delivered } from '../app/deliver-file';
import { makeReportFile } from './make-report-file';
import styles from './report-page.module.css';

type SaveReportCardProps = {
  readonly desktop: Pick<DesktopApi, 'saveFile' | 'printPdf'>;
  /** The report as it stands when it is saved. */
  readonly makeDocument: () => ReportDocument;
};

type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly format: ReportFormat }
  | { readonly kind: 'delivered'; readonly delivered: Delivered }
  | { readonly kind: 'not-printed'; readonly failure: PrintFailure }
  | { readonly kind: 'failed'; readonly words: string };

const formats: readonly { readonly format: ReportFormat; readonly words: string; readonly icon: ReactNode }[] = [
  { format: 'pdf', words: 'Save as PDF', icon: <FileDown aria-hidden size={16} /> },
  { format: 'html', words: 'Save as web page (HTML)', icon: <FileCode aria-hidden size={16} /> },
  { format: 'md', words: 'Save as Markdown', icon: <Download aria-hidden size={16} /> },
  { format: 'csv', words: 'Save as spreadsheet (CSV)', icon: <FileSpreadsheet aria-hidden size={16} /> },
  { format: 'txt', words: 'Save as plain text', icon: <FileText aria-hidden size={16} /> },
];

export function SaveReportCard({ desktop, makeDocument }: SaveReportCardProps) {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const isWorking = saving.kind === 'working';

  const save = async (format: ReportFormat): Promise<void> => {
    setSaving({ kind: 'working', format });
    const made = await makeReportFile(desktop, makeDocument(), format);
    if (!made.ok) {
      setSaving({ kind: 'not-printed', failure: made.error });
      return;
    }
    const delivered = await deliverFile(desktop, made.value);
    if (delivered.ok) setSaving({ kind: 'delivered', delivered: delivered.value });
    else {
      const words = saveMessage(delivered.error);
      setSaving(words === undefined ? { kind: 'idle' } : { kind: 'failed', words });
    }
  };

  return (
    <Card title="Save the report">
      <div className={styles['formats']}>
        {formats.map(({ format, words, icon }) => (
          <Button
            key={format}
            look={format === 'pdf' ? 'primary' : 'plain'}
            icon={icon}
            isDisabled={isWorking}
            onPress={() => void save(format)}
          >
            {words}
          </Button>
        ))}
      </div>
      {isWorking && <ProgressBar label={saving.format === 'pdf' ? 'Making the PDF' : 'Writing the file'} />}
      {saving.kind === 'delivered' && <Notice kind="done">{deliveredWords(saving.delivered)}</Notice>}
      {saving.kind === 'failed' && <Notice kind="refused">{saving.words}</Notice>}
      {saving.kind === 'not-printed' && (
        <Notice
          kind="refused"
          action={
            <Button icon={<Printer aria-hidden size={16} />} onPress={() => window.print()}>
              Print this page
            </Button>
          }
        >
          {printMessage(saving.failure)} You can also print this page; the print window offers “Save as PDF” on most
          computers.
        </Notice>
      )}
    </Card>
  );
}

function deliveredWords({ kind, name }: Delivered): string {
  return kind === 'saved' ? `Saved as “${name}”.` : `“${name}” is in the browser’s downloads.`;
}
