// What the page of a paper says when the paper is not, or no longer, held here.

import { hrefOf } from '../app/routes';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';

/** `kind`: "motion" or "briefing". */
export function MissingPaper({ kind }: { readonly kind: string }) {
  return (
    <PageLayout title="Not among the papers">
      <h1 className="visually-hidden">Not among the papers</h1>
      <EmptyState
        title={`This ${kind} is not among the papers here.`}
        action={<LinkButton href={hrefOf({ kind: 'front-door' })}>To the papers</LinkButton>}
      >
        It may have been removed, or taken off the agenda.
      </EmptyState>
    </PageLayout>
  );
}
