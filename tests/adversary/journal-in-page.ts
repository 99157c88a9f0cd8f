// A journal in the memory of the page, by the contract, for tests of what a browser does to IndexedDB. It keeps nothing
// on disk and serves no other request: the real doorkeeper is proved where Node is (`kept-store.ts`).

import type { DesktopApi, JournalEntry, KeepFailure } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';

export function journalInPage(folderId: string): DesktopApi {
  const stores = { own: emptyJournal(), sample: emptyJournal() };
  const refuse = async () => fail({ kind: 'refused' } as const satisfies KeepFailure);
  return {
    describeShell: async () => ({ shell: 'browser', appVersion: '0.0.0', folderId, lacks: [] }),
    readJournal: async ({ store, from, limit }) => {
      const { entries } = stores[store];
      const page = { entries: structuredClone(entries.slice(from, from + limit)), total: entries.length };
      return succeed({ journalId: `journal-${store}`, ...page, damaged: 0 });
    },
    appendToJournal: async ({ store, deeds }) => {
      const { entries } = stores[store];
      const from = entries.length;
      for (const deed of structuredClone(deeds)) {
        const seq = entries.filter(({ stream }) => stream === deed.stream).length + 1;
        entries.push({ v: 1, device: 'page', seq, lam: entries.length + 1, ts: 0, ctx: {}, ...deed });
      }
      return succeed({ journalId: `journal-${store}`, from, entries: structuredClone(entries.slice(from)) });
    },
    receiveEntries: refuse,
    keepOriginal: refuse,
    readOriginal: refuse,
    fetchConferences: refuse,
    fetchRoot: refuse,
    fetchHead: refuse,
    fetchObject: refuse,
    keepOfficial: refuse,
    readOfficial: refuse,
    keepRefused: refuse,
    connectFolder: refuse,
    forgetFolder: refuse,
    chooseFolder: refuse,
    describeOffices: refuse,
    makeOffice: refuse,
    openOffice: refuse,
    unlockOffice: refuse,
    signForOffice: refuse,
    readOfficeFile: refuse,
    keepOfficeFile: refuse,
    readOfficerKey: refuse,
    forgetOffice: refuse,
    removeOfficerKey: refuse,
    describeFolders: refuse,
    probeFolder: refuse,
    readFromFolder: refuse,
    listFolder: refuse,
    writeToFolder: refuse,
    describeDevice: refuse,
    signDeviceHead: refuse,
    renewDevice: refuse,
    unlockSecrets: refuse,
    describeSecrets: refuse,
    describeOwnKeys: refuse,
    makeOwnKeys: refuse,
    forgetOwnKeys: refuse,
    unwrapFileKey: refuse,
    signOwnDevices: refuse,
    readOwnDevices: refuse,
    keepOwnDevices: refuse,
    saveFile: refuse,
    printPdf: refuse,
    takeOpenedFiles: async () => [],
    openExternal: refuse,
  };
}

function emptyJournal(): { readonly entries: JournalEntry[] } {
  return { entries: [] };
}
