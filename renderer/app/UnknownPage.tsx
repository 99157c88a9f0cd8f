// What an address shows that names no page.

import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { hrefOf } from './routes';

/** A way back, and no blame. */
export function UnknownPage() {
  return (
    <PageLayout title="Nothing here">
      <h1 className="visually-hidden">Nothing here</h1>
      <EmptyState
        title="There is no page at this address."
        action={<LinkButton href={hrefOf({ kind: 'front-door' })}>To the front door</LinkButton>}
      >
        The paper may have been removed, or the link may be an old one.
      </EmptyState>
    </PageLayout>
  );
}
