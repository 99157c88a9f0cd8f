// The front door: what this is in a line, where one was last, and three ways in. No wizard.

import { ArrowRight, FileUp, Landmark, ScrollText } from 'lucide-react';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import type { Conference } from '../../shared/motion/conference';
import { hrefOf } from '../app/routes';
import { Button } from '../ui/Button';
import { KeyHint } from '../ui/KeyHint';
import { LinkButton } from '../ui/LinkButton';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { PageLayout } from '../ui/PageLayout';
import { keysInWords } from '../ui/shortcuts';
import { Door } from './Door';
import styles from './front-door.module.css';

type FrontDoorProps = {
  readonly conferences: readonly Conference[];
  readonly onFiles: (files: readonly OpenedFile[]) => void;
  readonly onOpenSample: () => void;
  readonly onOpenConference: (id: ConferenceId) => void;
};

/** The page at `#/`. */
export function FrontDoor({ conferences, onFiles, onOpenSample, onOpenConference }: FrontDoorProps) {
  return (
    <PageLayout title="" width="wide">
      <div className={styles['room']}>
        <h1 className={styles['promise']}>
          The papers of conference, <span>yours to read, mark and amend.</span>
        </h1>
        <p className={styles['under']}>Everything stays on this computer. No network is needed.</p>
        {conferences.length > 0 && (
          <section aria-labelledby="conferences" className={styles['recent']}>
            <h2 id="conferences">Conferences</h2>
            <ul>
              {conferences.map((conference) => (
                <li key={conference.id}>
                  <a
                    href={hrefOf({ kind: 'papers', conference: conference.id })}
                    onClick={() => onOpenConference(conference.id)}
                    className={styles['conference']}
                  >
                    <span>{conference.title}</span>
                    {conference.organisation !== undefined && <small>{conference.organisation}</small>}
                    <ArrowRight aria-hidden size={18} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className={styles['doors']}>
          <Door
            title="Open papers"
            words="An agenda, single motions, an article: as text or as a saved web page. Drop them anywhere on this window, or paste them."
          >
            <OpenFilesButton look="primary" icon={<FileUp aria-hidden />} allowsMultiple onFiles={onFiles}>
              Open papers…
            </OpenFilesButton>
            <span className={styles['hint']}>
              or paste <KeyHint keys={keysInWords('$mod+v')} />
            </span>
          </Door>
          <Door
            title="Connect to a conference"
            words="The conference office signs its papers; what you get is what it published, and news comes by itself when you are online."
          >
            <LinkButton href={hrefOf({ kind: 'connect' })} icon={<Landmark aria-hidden />}>
              Connect…
            </LinkButton>
          </Door>
          <Door
            title="Try the sample conference"
            words="A union that does not exist, with motions and amendments to try everything on. It never touches your own papers."
          >
            <Button icon={<ScrollText aria-hidden />} onPress={onOpenSample}>
              Open the sample
            </Button>
          </Door>
        </div>
        <p className={styles['office']}>
          You publish the papers? <a href={hrefOf({ kind: 'office' })}>Your conference office</a>
        </p>
      </div>
    </PageLayout>
  );
}
