import { invitation } from '../../test/factories/invitation.js';
import { closePdfRenderer } from '../platform/documents/pdf.js';
import { renderInvitation } from './invitation.document.js';
import { viewOfInvitation } from './invitation.view.js';

afterAll(closePdfRenderer);

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe('viewOfInvitation', () => {
  it('says when, where and with whom', () => {
    expect(viewOfInvitation(invitation()).meeting).toEqual([
      { label: 'Tid', text: 'Mandag den 30. november 2026 kl. 09.30–10.15' },
      { label: 'Sted', text: 'Børnehuset Solstrålen, mødelokalet ved kontoret' },
      { label: 'Du møder', text: 'Mette Kjær, daglig leder\nJonas Bruun, fastholdelseskonsulent' },
    ]);
  });

  it('names the telephone where the talk is held by it', () => {
    const letter = invitation();
    const view = viewOfInvitation({
      ...letter,
      meeting: { ...letter.meeting, place: { phone: '12 34 56 78' } },
    });
    expect(view.meeting[1]?.text).toBe('På telefon. Vi ringer til dig på 12 34 56 78.');
  });

  it.each([
    [{ phone: '1', mail: 'a@b.example' }, 'Har du spørgsmål, så kontakt Mette på 1 eller på a@b.example.'],
    [{ phone: null, mail: 'a@b.example' }, 'Har du spørgsmål, så kontakt Mette på a@b.example.'],
    [{ phone: null, mail: null }, 'Har du spørgsmål, så kontakt Mette.'],
  ])('gives the ways of contact that there are: %o', (ways, sentence) => {
    expect(viewOfInvitation(invitation({ contact: { name: 'Mette', ...ways } })).contact).toBe(sentence);
  });

  it('greets by first name and says what the law asks for', () => {
    const view = viewOfInvitation(invitation());
    const words = JSON.stringify(view.labels);
    expect(view.greeting).toBe('Kære Åse');
    expect(words).toContain('hvordan og hvornår du kan vende tilbage');
    expect(words).toContain('bisidder');
    expect(words).toContain('på telefon');
    expect(words).toContain('Vi spørger ikke, hvad du fejler');
    expect(words).toContain('§ 7 a');
  });
});

describe('renderInvitation', () => {
  it('fits on one page, with long names and many at the table too', async () => {
    expect(pagesOf(await renderInvitation(invitation()))).toBe(1);
    const letter = invitation();
    const attendees = [...letter.meeting.attendees, ...letter.meeting.attendees];
    const recipient = {
      name: 'Anna-Sofie Østergaard-Møller',
      lines: ['c/o Hansen', 'Nørre Allé 123, 4. tv.', '8300 Odder'],
    };
    const long = { ...letter, recipient, meeting: { ...letter.meeting, attendees } };
    expect(pagesOf(await renderInvitation(long))).toBe(1);
  });
});
