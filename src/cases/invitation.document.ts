import { readFile } from 'node:fs/promises';
import { renderPdf } from '../platform/documents/pdf.js';
import type { LocalDate } from '../shared/local-date.js';
import { INVITATION_LABELS } from './invitation.labels.js';
import { viewOfInvitation } from './invitation.view.js';

export interface InvitationPerson {
  readonly name: string;
  readonly title: string;
}

/**
 * An employer's letter that invites a sick employee to the talk of sygedagpengeloven § 7 a. Nothing about the illness
 * or the absence stands in it.
 */
export interface InvitationDocument {
  /** The letterhead: name, then address, telephone and the like. */
  readonly employer: { readonly name: string; readonly lines: readonly string[] };
  readonly recipient: { readonly name: string; readonly lines: readonly string[] };
  readonly writtenOn: LocalDate;
  readonly meeting: {
    readonly on: LocalDate;
    /** `09:30`, Danish time. */
    readonly from: string;
    readonly to: string;
    /** A place to meet, or a number that the employer calls. */
    readonly place: { readonly address: string } | { readonly phone: string };
    readonly attendees: readonly InvitationPerson[];
  };
  readonly contact: { readonly name: string; readonly phone: string | null; readonly mail: string | null };
  readonly sender: InvitationPerson;
  readonly createdAt: Date;
}

/** The letter as PDF, one page, in Danish. */
export const renderInvitation = async (invitation: InvitationDocument): Promise<Uint8Array> => {
  const template = await readFile(new URL('./invitation.typ', import.meta.url), 'utf8');
  return renderPdf(template, viewOfInvitation(invitation), {
    title: INVITATION_LABELS.title,
    lang: 'da',
    createdAt: invitation.createdAt,
  });
};
