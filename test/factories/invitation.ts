import type { InvitationDocument } from '../../src/cases/invitation.document.js';
import { localDate } from '../../src/shared/local-date.js';

export const invitation = (changes: Partial<InvitationDocument> = {}): InvitationDocument => ({
  employer: {
    name: 'Odder Kommune',
    lines: ['Børnehuset Solstrålen', 'Skolegade 4, 8300 Odder', 'Telefon 87 80 33 33'],
  },
  recipient: { name: 'Åse Østergaard', lines: ['Rosensgade 12', '8300 Odder'] },
  writtenOn: localDate('2026-11-22'),
  meeting: {
    on: localDate('2026-11-30'),
    from: '09:30',
    to: '10:15',
    place: { address: 'Børnehuset Solstrålen, mødelokalet ved kontoret' },
    attendees: [
      { name: 'Mette Kjær', title: 'daglig leder' },
      { name: 'Jonas Bruun', title: 'fastholdelseskonsulent' },
    ],
  },
  contact: { name: 'Mette Kjær', phone: '87 80 33 40', mail: 'mette.kjaer@odder.example' },
  sender: { name: 'Mette Kjær', title: 'Daglig leder, Børnehuset Solstrålen' },
  createdAt: new Date('2026-11-22T09:00:00Z'),
  ...changes,
});
