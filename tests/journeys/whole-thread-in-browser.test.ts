// The first thread in this computer's browser, through `rostrum open`. Needs the build in `dist/`.

import { inBrowser } from './shells';
import { tellWholeThread } from './whole-thread';

tellWholeThread('in this computer’s browser', inBrowser);
