// Which page an address shows. The only place that knows all features.

import { lazy, Suspense } from 'react';
import type { DesktopBridge, OpenedFile } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import { unreachable } from '../../shared/assert';
import type { Briefing } from '../../shared/motion/briefing';
import type { Conference } from '../../shared/motion/conference';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import { FrontDoor } from '../front-door/FrontDoor';
import { BriefingPage } from '../motions/BriefingPage';
import { MotionPage } from '../motions/MotionPage';
import { PapersPage } from '../motions/PapersPage';
import { NotesPage } from '../notes/NotesPage';
import { SettingsPage } from '../settings/SettingsPage';
import type { OwnDevicesRoom } from '../devices/use-own-devices';
import type { Sending } from '../sending/use-sending';
import type { MotionSummary } from '../storage/questions';
import type { Office } from '../sync/use-office';
import { pathOf } from './routes';
import type { Route } from './routes';
import { UnknownPage } from './UnknownPage';

/* Pages that a start does not need are loaded when they are first gone to. */
const CorrectMotionPage = lazy(async () => ({
  default: (await import('../import/CorrectMotionPage')).CorrectMotionPage,
}));
const CorrectBriefingPage = lazy(async () => ({
  default: (await import('../import/CorrectBriefingPage')).CorrectBriefingPage,
}));
const DraftPage = lazy(async () => ({ default: (await import('../amendments/DraftPage')).DraftPage }));
const VersionsPage = lazy(async () => ({ default: (await import('../motions/VersionsPage')).VersionsPage }));
const OwnAmendmentsPage = lazy(async () => ({
  default: (await import('../amendments/OwnAmendmentsPage')).OwnAmendmentsPage,
}));
const ImportPage = lazy(async () => ({ default: (await import('../import/ImportPage')).ImportPage }));
const ReportPage = lazy(async () => ({ default: (await import('../report/ReportPage')).ReportPage }));
const SubmitPage = lazy(async () => ({ default: (await import('../amendments/SubmitPage')).SubmitPage }));
const OwnDevicesPage = lazy(async () => ({ default: (await import('../devices/OwnDevicesPage')).OwnDevicesPage }));
const SentPage = lazy(async () => ({ default: (await import('../sending/SentPage')).SentPage }));
const FoldersPage = lazy(async () => ({ default: (await import('../sending/FoldersPage')).FoldersPage }));
const OfficePage = lazy(async () => ({ default: (await import('../office/OfficePage')).OfficePage }));
const ConnectPage = lazy(async () => ({ default: (await import('../sync/ConnectPage')).ConnectPage }));

/** What pages may ask of the shell. */
export type ShellActions = {
  readonly desktop: DesktopBridge;
  /** Files on their way in, from a dialog, a drop, the clipboard or the system; empty once taken. */
  readonly files: readonly OpenedFile[];
  readonly takeFiles: (files: readonly OpenedFile[]) => void;
  readonly filesTaken: () => void;
  readonly openSample: () => void;
  readonly leaveSample: () => void;
};

/** The papers of the conference that is open. */
export type OpenPapers = {
  readonly conferences: readonly Conference[];
  readonly conference: Conference | undefined;
  readonly motions: readonly MotionSummary[];
  readonly briefings: readonly Briefing[];
  /** As the office published it; empty where it has none. */
  readonly order: OrderOfBusiness;
};

type PageProps = {
  readonly route: Route;
  readonly papers: OpenPapers;
  readonly actions: ShellActions;
  readonly office: Office;
  readonly sending: Sending;
  readonly devices: OwnDevicesRoom;
  readonly onOpenConference: (id: ConferenceId) => void;
};

/** The page of `route`. */
export function Page(props: PageProps) {
  return (
    <Suspense fallback={null}>
      <ChosenPage {...props} />
    </Suspense>
  );
}

function ChosenPage({ route, papers, actions, office, sending, devices, onOpenConference }: PageProps) {
  const { conferences, conference, motions, briefings, order } = papers;
  switch (route.kind) {
    case 'front-door':
      return (
        <FrontDoor
          conferences={conferences}
          onFiles={actions.takeFiles}
          onOpenSample={actions.openSample}
          onOpenConference={onOpenConference}
        />
      );
    case 'papers':
      return <PapersPage conference={conference} motions={motions} briefings={briefings} order={order} />;
    case 'motion':
      return (
        <MotionPage
          key={pathOf(route)}
          id={route.motion}
          readWith={route.amendment}
          motions={motions}
          briefings={briefings}
        />
      );
    case 'briefing':
      return <BriefingPage key={route.briefing} id={route.briefing} motions={motions} />;
    case 'versions':
      return <VersionsPage key={route.motion} id={route.motion} />;
    case 'correct-motion':
      return <CorrectMotionPage key={route.motion} id={route.motion} />;
    case 'correct-briefing':
      return <CorrectBriefingPage key={route.briefing} id={route.briefing} />;
    case 'amendments':
      return <OwnAmendmentsPage conference={conference} motions={motions} />;
    case 'notes':
      return <NotesPage conference={conference} motions={motions} />;
    case 'settings':
      return <SettingsPage />;
    case 'devices':
      return <OwnDevicesPage devices={devices} />;
    case 'import':
      return (
        <ImportPage
          files={actions.files}
          takeFiles={actions.takeFiles}
          onTaken={actions.filesTaken}
          conferences={conferences}
          current={conference}
        />
      );
    case 'report':
      return <ReportPage conference={conference} />;
    case 'amend': {
      const { kind: _kind, ...draft } = route;
      return <DraftPage key={route.motion} {...draft} />;
    }
    case 'connect':
      return (
        <ConnectPage
          files={actions.files}
          takeFiles={actions.takeFiles}
          onTaken={actions.filesTaken}
          conference={conference}
          office={office}
        />
      );
    case 'sent':
      return <SentPage conference={conference} motions={motions} sending={sending} />;
    case 'folders':
      return <FoldersPage key={conference?.id} conference={conference} sending={sending} />;
    case 'submit':
      return <SubmitPage key={route.amendment} id={route.amendment} folders={sending.folders} />;
    case 'office':
      return <OfficePage office={route.office} room={route.room} />;
    case 'unknown':
      return <UnknownPage />;
    default:
      return unreachable(route);
  }
}
