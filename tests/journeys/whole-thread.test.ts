// The first thread in Electron's window, or in that of what stands in for it. Needs the build in `dist/`.

import { inWindow } from './shells';
import { tellWholeThread } from './whole-thread';

tellWholeThread('in the app’s own window', inWindow);
