// `rostrum report DATA`: the branch report from a data file.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readDataFile } from '../shared/journal/data-file';
import type { DataFileFailure, ReadData } from '../shared/journal/data-file';
import type { Conference } from '../shared/motion/conference';
import { branchReport } from '../shared/report/branch-report';
import type { ReportChoices } from '../shared/report/branch-report';
import { joinReports } from '../shared/report/join-reports';
import { accountOfConference } from '../shared/report/motion-account';
import type { ReportDocument } from '../shared/report/report-document';
import { reportFormats, writeReport } from '../shared/report/report-formats';
import type { ReportFormat } from '../shared/report/report-formats';
import { fail, succeed } from '../shared/result';
import type { Result } from '../shared/result';
import type { Command, CommandIo } from './command';
import { printPdf } from './print-pdf';
import { refuse, refuseUsage } from './refuse';
import { conferencesOf, reportPapersOf } from './report-papers';
import { textCodec } from './text-codec';
import { writeOutput } from './write-output';

const help = `Usage: rostrum report DATA --format ${reportFormats.join('|')} --out FILE
         [--conference TITLE-OR-ID] [--motions all|ours] [--without-notes] [--json]

Writes the branch report and notes from a data file ("rostrum export"): what was decided, our
mandates and where conference departed from them, our amendments with their wording, notes, briefings.

  DATA                the data file; - is standard input
  --out FILE          where to write; - is standard output
  --conference WHICH  only this conference, by its id or the words of its title
  --motions ours      only motions with a mandate, a recorded decision, or something of ours
  --without-notes     leave the private notes out
  --json              errors and the answer as JSON

PDF needs a browser of the Chromium family on this computer.

Example:
  rostrum report everything.json --format pdf --out report.pdf
`;

export const reportCommand: Command = {
  name: 'report',
  summary: 'write the branch report from a data file',
  help,
  run: runReport,
};

type Refusal = { readonly kind: string; readonly message: string };

async function runReport(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      conference: { type: 'string' },
      motions: { type: 'string', default: 'all' },
      'without-notes': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, more] = positionals;
  const { out, motions, json } = values;
  if (path === undefined || more !== undefined)
    return refuseUsage(io, 'report', 'Name one data file, or - for standard input.');
  if (values.format === undefined)
    return refuseUsage(io, 'report', `Say which format with --format ${formatsInWords()}.`);
  if (out === undefined) return refuseUsage(io, 'report', 'Say where to write with --out FILE.');
  if (motions !== 'all' && motions !== 'ours') return refuseUsage(io, 'report', '--motions takes all or ours.');
  const format = reportFormats.find((one) => one === values.format);
  if (format === undefined) {
    const message = `Rostrum does not write reports as “${values.format}” yet. The formats are ${formatsInWords()}.`;
    return refuse(io, { kind: 'unsupported', message }, json);
  }
  const data = await readData(path, io);
  if (!data.ok) return refuse(io, data.error, json);
  const conferences = chosenConferences(data.value, values.conference);
  if (!conferences.ok) return refuse(io, conferences.error, json);
  const choices: ReportChoices = {
    motions,
    amendments: true,
    markedText: true,
    notes: !values['without-notes'],
    briefings: true,
  };
  const bytes = await bytesOf(documentOf(data.value, conferences.value, choices), format);
  if (!bytes.ok) return refuse(io, bytes.error, json);
  return deliver(bytes.value, { out, format, json }, io);
}

async function deliver(
  bytes: Uint8Array,
  { out, format, json }: { readonly out: string; readonly format: ReportFormat; readonly json: boolean },
  io: CommandIo,
): Promise<number> {
  if (out === '-') {
    if (format === 'pdf') return refuseUsage(io, 'report', 'A PDF cannot be written to standard output; name a file.');
    io.out(textCodec.decode(bytes, 'utf-8'));
    return 0;
  }
  const written = await writeOutput(out, bytes);
  if (!written.ok) {
    return refuse(io, { kind: written.error.kind, message: `${out} was not written: ${written.error.why}.` }, json);
  }
  if (json) io.out(`${JSON.stringify({ file: out, format, bytes: bytes.length })}\n`);
  else io.err(`${out} is written.\n`);
  return 0;
}

async function readData(path: string, io: CommandIo): Promise<Result<ReadData, Refusal>> {
  const bytes = path === '-' ? await io.stdin() : await bytesAt(path);
  if (bytes === undefined) return fail({ kind: 'not-found', message: `There is no file ${path}.` });
  const data = readDataFile(bytes, textCodec);
  return data.ok ? data : fail({ kind: data.error.kind, message: dataFileSentence(data.error, path) });
}

async function bytesAt(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

function chosenConferences(data: ReadData, wanted: string | undefined): Result<readonly Conference[], Refusal> {
  const all = conferencesOf(data);
  if (wanted === undefined) return succeed(all);
  const words = wanted.toLowerCase();
  const byId = all.filter((conference) => conference.id === wanted);
  const chosen = byId.length > 0 ? byId : all.filter((conference) => conference.title.toLowerCase().includes(words));
  if (chosen.length > 0) return succeed(chosen);
  const titles = all.map((conference) => `“${conference.title}”`).join(', ');
  const held = all.length === 0 ? 'It holds no motions of any conference.' : `It holds ${titles}.`;
  return fail({ kind: 'not-found', message: `The data file holds no conference “${wanted}”. ${held}` });
}

function documentOf(data: ReadData, conferences: readonly Conference[], choices: ReportChoices): ReportDocument {
  const moment = { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return joinReports(
    conferences.map((conference) =>
      branchReport(accountOfConference(reportPapersOf(data, conference)), choices, moment),
    ),
  );
}

async function bytesOf(document: ReportDocument, format: ReportFormat): Promise<Result<Uint8Array, Refusal>> {
  if (format !== 'pdf') return succeed(textCodec.encode(writeReport(document, format)));
  const printed = await printPdf(writeReport(document, 'html'));
  if (printed.ok) return printed;
  const message =
    printed.error.kind === 'no-printer'
      ? 'No browser of the Chromium family was found on this computer to make a PDF. Use --format html and print that.'
      : 'The browser on this computer could not make the PDF. Use --format html and print that.';
  return fail({ kind: printed.error.kind, message });
}

function dataFileSentence(failure: DataFileFailure, path: string): string {
  switch (failure.kind) {
    case 'not-data-file':
      return `${path} is not a data file of Rostrum. Make one with “rostrum export”.`;
    case 'newer-version':
      return `${path} was written by a newer version of Rostrum (data format ${failure.version}). Use that version.`;
    case 'malformed':
      return `${path} cannot be used: “${failure.where}” in it is not what Rostrum writes.`;
  }
}

function formatsInWords(): string {
  return reportFormats.join('|');
}
