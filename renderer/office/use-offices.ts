// The offices of this computer, and the one that is open: whose it is, and what it keeps.

import { useCallback, useEffect, useState } from 'react';
import type { NamedConference } from '../../shared/bundle/conference-of-roots';
import { conferenceOfRoots } from '../../shared/bundle/conference-of-roots';
import { folderName } from '../../shared/bundle/folder-names';
import type { OfficeFiles } from '../../shared/bundle/office-papers';
import type { DescribedFolder } from '../../shared/desktop-contract';
import type { DescribedOffice } from '../../shared/office-contract';
import { officeMessage, officeWorkMessage } from '../app/office-message';
import { bundleMessage } from '../app/failure-message';
import type { Store } from '../storage/store';
import { useStore } from '../storage/StoreContext';
import { readOfficeFiles } from './office-files';
import { platform, store as ownStore } from './published';

/** An office with everything that its rooms show. */
export type OpenOffice = {
  readonly office: DescribedOffice;
  readonly conference: NamedConference;
  readonly files: OfficeFiles;
  /** Where it publishes, and where delegates send to. */
  readonly publish: DescribedFolder | undefined;
  readonly inbox: DescribedFolder | undefined;
};

export type OpeningOffice =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'open'; readonly opened: OpenOffice };

/** The offices of this computer; undefined until they are known. `reload` asks again. */
export function useOffices(): { readonly offices: readonly NamedOffice[] | undefined; readonly reload: () => void } {
  const { desktop } = useStore();
  const [offices, setOffices] = useState<readonly NamedOffice[]>();
  const reload = useCallback(() => void listOffices(desktop).then(setOffices), [desktop]);
  useEffect(reload, [reload]);
  return { offices, reload };
}

/** An office as it is listed: one without a root was never finished, or its folder is not here just now. */
export type NamedOffice = DescribedOffice & { readonly conference: NamedConference | undefined };

async function listOffices(desktop: Store['desktop']): Promise<readonly NamedOffice[]> {
  const described = await desktop.describeOffices({});
  if (!described.ok) return [];
  return Promise.all(described.value.map(async (office) => nameOffice(desktop, office)));
}

async function nameOffice(desktop: Store['desktop'], office: DescribedOffice): Promise<NamedOffice> {
  const conference = await conferenceOf(desktop, office.office);
  return { ...office, conference: conference?.ok === true ? conference.value : undefined };
}

/** The office named `id`, with what it keeps. */
export function useOpenOffice(id: string): { readonly opening: OpeningOffice; readonly reload: () => void } {
  const store = useStore();
  const [opening, setOpening] = useState<OpeningOffice>({ kind: 'opening' });
  const reload = useCallback(() => void openOffice(store, id).then(setOpening), [store, id]);
  useEffect(reload, [reload]);
  return { opening, reload };
}

async function openOffice({ desktop }: Store, id: string): Promise<OpeningOffice> {
  const described = await desktop.describeOffices({});
  const office = described.ok ? described.value.find((each) => each.office === id) : undefined;
  if (office === undefined) return refused(officeMessage({ kind: 'no-such-office' }));
  const conference = await conferenceOf(desktop, id);
  if (conference === undefined) return refused(officeMessage({ kind: 'no-office-there' }));
  if (!conference.ok) return refused(bundleMessage(conference.error, { from: 'file' }));
  const files = await readOfficeFiles({ desktop, office: id, conference: conference.value });
  if (!files.ok) return refused(officeWorkMessage(files.error));
  const folders = await desktop.describeFolders({ store: ownStore });
  const found = (kind: 'publish' | 'office'): DescribedFolder | undefined => {
    const name = folderName({ kind, conference: conference.value.id });
    return folders.ok ? folders.value.find(({ folder }) => folder === name) : undefined;
  };
  const publish = found('publish');
  return {
    kind: 'open',
    opened: { office, conference: conference.value, files: files.value, publish, inbox: found('office') ?? publish },
  };
}

function refused(words: string | undefined): OpeningOffice {
  return { kind: 'refused', words: words ?? '' };
}

/** Undefined when the office has no root. */
async function conferenceOf(desktop: Store['desktop'], office: string) {
  const roots: Uint8Array[] = [];
  for (;;) {
    const root = await desktop.readOfficeFile({ office, file: `root/${roots.length + 1}.json` });
    if (!root.ok || root.value === null) break;
    roots.push(root.value);
  }
  return roots.length === 0 ? undefined : conferenceOfRoots(roots, platform);
}
