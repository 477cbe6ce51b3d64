import type { LocalDate } from '../shared/local-date.js';
import type { InvitationDocument, InvitationPerson } from './invitation.document.js';
import { INVITATION_LABELS, type InvitationLabels } from './invitation.labels.js';

/** The letter as its template prints it: words only. */
export interface InvitationView {
  readonly labels: InvitationLabels;
  readonly employer: InvitationDocument['employer'];
  readonly recipient: InvitationDocument['recipient'];
  readonly writtenOn: string;
  readonly greeting: string;
  readonly meeting: readonly { readonly label: string; readonly text: string }[];
  readonly contact: string;
  readonly sender: InvitationPerson;
}

const LONG_DAY = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
} as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const dayText = (day: LocalDate, form: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('da-DK', form).format(new Date(`${day}T00:00:00Z`));

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const fill = (label: string, values: Readonly<Record<string, string>>): string =>
  label.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Danish writes the time of day with a full stop. */
const clock = (time: string): string => time.replace(':', '.');

const firstName = (name: string): string => name.split(' ', 1)[0] ?? name;

const meetingOf = ({ meeting }: InvitationDocument): InvitationView['meeting'] => {
  const labels = INVITATION_LABELS;
  const day = capitalised(dayText(meeting.on, LONG_DAY));
  const { place, attendees } = meeting;
  return [
    { label: labels.when, text: fill(labels.at, { day, from: clock(meeting.from), to: clock(meeting.to) }) },
    { label: labels.where, text: 'address' in place ? place.address : fill(labels.byPhone, place) },
    { label: labels.with, text: attendees.map(({ name, title }) => `${name}, ${title}`).join('\n') },
  ];
};

const contactOf = ({ contact }: InvitationDocument): string => {
  const { contact: sentence, contactByPhone, contactByMail, or } = INVITATION_LABELS;
  const ways = [
    ...(contact.phone === null ? [] : [fill(contactByPhone, { phone: contact.phone })]),
    ...(contact.mail === null ? [] : [fill(contactByMail, { mail: contact.mail })]),
  ].join(or);
  return fill(sentence, { name: contact.name, ways: ways === '' ? '' : ` ${ways}` });
};

export const viewOfInvitation = (invitation: InvitationDocument): InvitationView => ({
  labels: INVITATION_LABELS,
  employer: invitation.employer,
  recipient: invitation.recipient,
  writtenOn: dayText(invitation.writtenOn, DAY),
  greeting: fill(INVITATION_LABELS.greeting, { name: firstName(invitation.recipient.name) }),
  meeting: meetingOf(invitation),
  contact: contactOf(invitation),
  sender: invitation.sender,
});
