// A canary beside the working copy: tells whether the browser found this origin's databases damaged and emptied them.

/**
 * Opens (and makes, where there is none) the database `name`, and answers whether the browser reports that data was
 * lost. Has to come before any other database is opened: Chromium says so once, in `dataLoss` of the first
 * `upgradeneeded` after it wiped the origin ("IndexedDB (database was corrupt): checksum mismatch").
 * A canary that cannot be opened is no news; what follows will fail with its own name.
 */
export function lookForLoss(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    let isLost = false;
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', (event) => {
      // Not in the standard, and so not in the types: `none` or `total`.
      isLost = Reflect.get(event, 'dataLoss') === 'total';
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve(isLost);
    });
    request.addEventListener('error', () => resolve(false));
    request.addEventListener('blocked', () => resolve(false));
  });
}
