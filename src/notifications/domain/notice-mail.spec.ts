import { countKinds, noticeMail } from './notice-mail.js';

const PLACES = {
  worklist: 'https://naervaer.example/signals',
  introductions: 'https://naervaer.example/introductions',
};

describe('the mail about notices', () => {
  it('counts in Danish what is new, the deadlines first', () => {
    const counts = countKinds(['signal', 'signal', 'deadline', 'signal', 'unclaimed']);
    expect(noticeMail({ template: 'digest', language: 'da', counts }, PLACES)).toEqual({
      subject: 'Nærvær: nyt på arbejdslisten',
      text: `Der er nyt på din arbejdsliste i Nærvær:

  1 lovbestemt frist, der nærmer sig
  3 nye signaler om kontakt
  1 signal, som ingen konsulent har taget inden for to arbejdsdage

Åbn arbejdslisten: https://naervaer.example/signals

Mailen nævner med vilje hverken navne eller fravær. Nyt samles i højst én mail om dagen; kun en lovbestemt frist får sin egen med det samme.`,
    });
  });

  it('says in English that a deadline is near, and nothing of kinds that are not there', () => {
    const counts = countKinds(['deadline', 'deadline']);
    expect(noticeMail({ template: 'urgent', language: 'en', counts }, PLACES)).toEqual({
      subject: 'Nærvær: a legal deadline is near',
      text: `There is news on your worklist in Nærvær:

  2 legal deadlines that are near

Open the worklist: https://naervaer.example/signals

This mail leaves out names and absence on purpose. News is gathered in one mail a day at most; only a legal deadline gets its own at once.`,
    });
  });

  it('reminds of steps by themselves, with the way to the introductions', () => {
    const counts = countKinds(['step', 'step']);
    expect(noticeMail({ template: 'digest', language: 'da', counts }, PLACES)).toEqual({
      subject: 'Nærvær: trin i introduktioner, der skal gøres',
      text: `2 trin i introduktioner skal gøres i dag eller inden for tre arbejdsdage.

Åbn introduktionerne (som makker: brug det link, du har fået): https://naervaer.example/introductions

Mailen nævner med vilje hverken navne eller fravær. Nyt samles i højst én mail om dagen; kun en lovbestemt frist får sin egen med det samme.`,
    });
  });

  it('names what is on the worklist before the steps', () => {
    const counts = countKinds(['step', 'introduction']);
    const { subject, text } = noticeMail({ template: 'digest', language: 'en', counts }, PLACES);
    expect(subject).toBe('Nærvær: news on your worklist');
    expect(text.indexOf('1 piece of news about an introduction')).toBeLessThan(
      text.indexOf('1 step of an introduction is due today or within three working days.'),
    );
  });
});
