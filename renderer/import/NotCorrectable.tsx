// A paper that is not here, or that only the conference office may change.

import { hrefOf } from '../app/routes';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';

/** A page of its own. */
export function NotCorrectable() {
  return (
    <PageLayout title="Correct this paper">
      <h1 className="visually-hidden">Correct this paper</h1>
      <EmptyState
        title="This paper cannot be corrected here."
        action={<LinkButton href={hrefOf({ kind: 'front-door' })}>To the front door</LinkButton>}
      >
        It was removed, or it comes from the conference office, which alone can change what it publishes.
      </EmptyState>
    </PageLayout>
  );
}
