import { requestMail } from './request-mail.js';

describe('the mail about a request', () => {
  it('tells human resources where to look, and not of whom', () => {
    expect(requestMail('request-asked', 'da', 'https://naervaer.example/requests')).toEqual({
      subject: 'Nærvær: en medarbejder har bedt om noget',
      text: `En medarbejder har bedt om noget på sin egen side og venter på et skriftligt svar.

Åbn anmodningerne: https://naervaer.example/requests

Mailen nævner med vilje hverken navne, eller hvad det handler om.`,
    });
  });

  it('tells a steering group that a pack is there, and not of whom', () => {
    const { subject, text } = requestMail('pack-ready', 'da', 'https://naervaer.example/partnerships');
    expect(subject).toBe('Nærvær: pakken til styregruppen er klar');
    expect(text).toContain('Åbn partnerskabet: https://naervaer.example/partnerships');
  });

  it('tells the employee that there is an answer', () => {
    expect(requestMail('request-decided', 'en', 'https://naervaer.example/own-page').subject).toBe(
      'Nærvær: there is an answer on your page',
    );
  });
});
