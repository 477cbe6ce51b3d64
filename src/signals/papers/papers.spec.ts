import { localDate } from '../../shared/local-date.js';
import { employeeNotice } from './employee-notice.js';
import type { PaperFacts } from './facts.js';
import { impactAssessment } from './impact-assessment.js';
import { ruleWords } from './rule-words.js';
import { periodWords } from './words.js';

const FACTS: PaperFacts = {
  employer: 'Vestby Kommune',
  rules: ['spells-3-in-183-days', 'contact-day-5', 'section-7a-talk'],
  consultancies: [{ provider: 'Fjord & Fastholdelse', units: 1, agreement: 'DBA 2026/4', to: null }],
  retention: [{ what: 'Fravær', days: 1826 }],
  approvedBy: null,
  approvedOn: null,
  discussedOn: localDate('2026-01-05'),
  informedOn: null,
  noticeDays: 42,
  today: localDate('2026-03-11'),
};

describe('the papers of going live', () => {
  it.each([
    ['contact-day-14', 'Sygefraværets 14. dag'],
    ['spells-3-in-183-days', '3 eller flere sygefraværsperioder på 183 dage'],
    ['days-15-in-365', '15 eller flere sygedage på 365 dage'],
    ['unknown', 'unknown'],
  ])('call %s %s', (rule, words) => {
    expect(ruleWords(rule)).toBe(words);
  });

  it.each([
    [30, '30 dage'],
    [180, '180 dage'],
    [730, '2 år'],
    [1826, '5 år'],
  ])('say %i days as %s', (days, words) => {
    expect(periodWords(days)).toBe(words);
  });

  it('tell the employees the rules, the recipients and the periods, and no more than holds', () => {
    const notice = employeeNotice(FACTS, localDate('2026-04-22'));
    expect(notice).toContain('Fra 22. april 2026');
    expect(notice).toContain('- Sygefraværets 5. dag');
    expect(notice).toContain('Fastholdelseskonsulenter fra Fjord & Fastholdelse');
    expect(notice).toContain('fravær efter 5 år');
    expect(employeeNotice({ ...FACTS, consultancies: [] }, null)).not.toContain('konsulenter fra');
  });

  it('assess what article 35(7) asks for, and leave open what only the employer can say', () => {
    const sections = impactAssessment(FACTS);
    expect(sections.map(({ heading }) => heading)).toEqual([
      '1. Behandlingen',
      '2. Hvad der udløser et signal',
      '3. Modtagere',
      '4. Grundlag, nødvendighed og forholdsmæssighed',
      '5. Opbevaring',
      '6. Risici og foranstaltninger',
      '7. Medarbejderens rettigheder',
      '8. Inddragelse og godkendelse',
    ]);
    const [, , recipients] = sections;
    expect(JSON.stringify(recipients)).toContain(
      '["Fjord & Fastholdelse","1 enhed","DBA 2026/4","Indtil videre"]',
    );
    expect(JSON.stringify(sections.at(-1))).toContain('["Godkendt","",""]');
  });
});
