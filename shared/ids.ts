// Names of things that must not be mixed up. Each brand has one constructor, here; ids are made outside and passed in.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ConferenceId = Branded<'ConferenceId'>;
export type MotionId = Branded<'MotionId'>;
export type ClauseId = Branded<'ClauseId'>;
export type TextVersionId = Branded<'TextVersionId'>;
export type AmendmentId = Branded<'AmendmentId'>;
export type BriefingId = Branded<'BriefingId'>;
export type NoteId = Branded<'NoteId'>;
export type MandateId = Branded<'MandateId'>;
export type DeviceId = Branded<'DeviceId'>;
export type SessionId = Branded<'SessionId'>;

export const conferenceId = (text: string): ConferenceId => text as ConferenceId;
export const motionId = (text: string): MotionId => text as MotionId;
export const clauseId = (text: string): ClauseId => text as ClauseId;
export const textVersionId = (text: string): TextVersionId => text as TextVersionId;
export const amendmentId = (text: string): AmendmentId => text as AmendmentId;
export const briefingId = (text: string): BriefingId => text as BriefingId;
export const noteId = (text: string): NoteId => text as NoteId;
export const mandateId = (text: string): MandateId => text as MandateId;
export const deviceId = (text: string): DeviceId => text as DeviceId;
export const sessionId = (text: string): SessionId => text as SessionId;

/** Makes a new unique text each time it is called (UUID v7 in the app, a counter in tests). */
export type NewId = () => string;
