// Runs of text in a report: plain, strong, inserted, deleted.

import { Fragment } from 'react';
import { visibleText } from '../../shared/report/visible-text';
import type { Span } from '../../shared/report/report-document';

export function ReportSpans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, index) => {
    const key = `${index} ${span.kind}`;
    const text = visibleText(span.text);
    switch (span.kind) {
      case 'plain':
        return <Fragment key={key}>{text}</Fragment>;
      case 'strong':
        return <strong key={key}>{text}</strong>;
      case 'inserted':
        return <ins key={key}>{text}</ins>;
      case 'deleted':
        return <del key={key}>{text}</del>;
    }
  });
}
