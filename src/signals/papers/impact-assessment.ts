import { CONTROLS, RISKS } from './impact-assessment.risks.js';
import type { Consultancy, PaperFacts } from './facts.js';
import { points, table, text, type Section } from './paper.js';
import { ruleWords } from './rule-words.js';
import { dayWords, periodWords } from './words.js';

const processing = ({ employer }: PaperFacts): Section => ({
  heading: '1. Behandlingen',
  parts: [
    text(
      `${employer} er dataansvarlig. Formålet er at forebygge sygefravær: at ledere og fastholdelseskonsulenter tager ` +
        'kontakt tidligt, at lovens frister holdes, og at indsatsen kan måles. Nærvær er databehandler.',
    ),
    table({ Hvad: 1, Indhold: 3, Kilde: 1.5 }, [
      [
        'Ansættelse',
        'Navn, medarbejdernummer, enhed, leder, timetal, stillingsgruppe, fra og til',
        'Lønsystem',
      ],
      ['Fravær', 'Første og sidste dag, art (ikke sygdom), grad, hvornår det blev kendt', 'Lønsystem, leder'],
      ['Signaler', 'Regel, periode og de dage, der opfylder reglen', 'Beregnes'],
      [
        'Sager',
        'Kontakter, aftaler, henvisninger (art, ikke indhold), opfølgning, udfald',
        'Leder, HR, konsulent',
      ],
      ['Adgang', 'Hvem har set eller ændret hvad om hvem, hvornår og hvorfor', 'Registreres'],
    ]),
    text('Diagnoser registreres ikke; der er intet felt til dem. Alder og køn indgår ikke i nogen regel.'),
  ],
});

const rules = ({ rules: names }: PaperFacts): Section => ({
  heading: '2. Hvad der udløser et signal',
  parts: [
    text(
      'Reglerne er faste, kendte på forhånd og de samme for alle. Et signal er en anledning til en samtale. Det siger ' +
        'intet om risiko for sygdom, og der beregnes ingen score for nogen person.',
    ),
    points(...names.map(ruleWords)),
  ],
});

const consultancyRow = ({ provider, units, agreement, to }: Consultancy): string[] => [
  provider,
  units === 1 ? '1 enhed' : `${units} enheder`,
  agreement,
  to === null ? 'Indtil videre' : dayWords(to),
];

const recipients = ({ consultancies }: PaperFacts): Section => ({
  heading: '3. Modtagere',
  parts: [
    points(
      'Lederen ser sine egne medarbejdere, som de er fordelt i dag.',
      'HR ser virksomhedens medarbejdere. Hver læsning registreres med formål.',
      'Styregruppe, betalere, investorer og medarbejderrepræsentanter ser kun tal om grupper på mindst 10 personer.',
      'Medarbejderen ser sine egne oplysninger, og hvem der har set dem.',
      'En myndighed, der afgør ydelser, er en anden part. Her er ingen vej til den, heller ikke i samme kommune.',
    ),
    consultancies.length === 0
      ? text('Ingen fastholdelseskonsulenter har mandat.')
      : table(
          { 'Konsulenter med mandat': 2, Omfang: 1, Aftale: 2, 'Til og med': 1.5 },
          consultancies.map(consultancyRow),
        ),
    text(
      'Ingen underdatabehandlere er nødvendige. Ingen oplysninger forlader EU/EØS, og ingen side henter noget fra ' +
        'fremmede servere.',
    ),
  ],
});

const necessity: Section = {
  heading: '4. Grundlag, nødvendighed og forholdsmæssighed',
  parts: [
    points(
      'Databeskyttelsesforordningen art. 6, stk. 1, litra c, e eller f, og art. 9, stk. 2, litra b, jf. databeskyttelsesloven § 12: arbejdsgiverens pligter og aftaler om sygefravær.',
      'Sygedagpengeloven § 7 a (samtale) og § 40 (anmeldelse) kræver, at fristerne kendes.',
      'Helbredsoplysningsloven § 2, stk. 4: oplysninger bruges ikke til at vurdere, hvem der kan blive syg.',
      'CPR-nummer registreres kun, hvis arbejdsgiveren slår det til (databeskyttelsesloven § 11), krypteret og maskeret.',
    ),
    text(
      'Mindre indgribende er overvejet: uden de enkelte fraværsdage kan hverken lovens frister eller tidlig kontakt ' +
        'holdes. Fraværets art skjules for konsulenter, medmindre mandatet nævner den. Rapporter indeholder kun grupper.',
    ),
  ],
};

const retention = (facts: PaperFacts): Section => ({
  heading: '5. Opbevaring',
  parts: [
    table(
      { Oplysninger: 2, 'Slettes eller anonymiseres efter': 2 },
      facts.retention.map(({ what, days }) => [what, periodWords(days)]),
    ),
  ],
});

const risks: Section = {
  heading: '6. Risici og foranstaltninger',
  parts: [
    table({ 'Risiko for medarbejderen': 2, Uden: 0.6, Foranstaltning: 4, Tilbage: 0.7 }, RISKS),
    text('Fælles foranstaltninger:'),
    points(...CONTROLS),
  ],
};

const rights: Section = {
  heading: '7. Medarbejderens rettigheder',
  parts: [
    points(
      'Egen side: hvad der er registreret, hvorfor der kom et signal, hvem der har set det, og hvilke regler der findes.',
      'Ret til rettelse, indsigelse og udlevering. En indsigelse standser signaler til konsulenter, til HR har svaret skriftligt.',
      'Ingen afgørelse træffes automatisk. Ingen handling i Nærvær afgør en sag om sygedagpenge eller andre ydelser.',
    ),
  ],
};

const approval = (facts: PaperFacts): Section => ({
  heading: '8. Inddragelse og godkendelse',
  parts: [
    table({ Trin: 3, Dato: 1.5, Hvem: 2 }, [
      ['Drøftet i samarbejdsudvalg, MED eller arbejdsmiljøorganisation', orBlank(facts.discussedOn), ''],
      [`Medarbejderne informeret (varsel ${facts.noticeDays} dage)`, orBlank(facts.informedOn), ''],
      ['Databeskyttelsesrådgiver hørt', '', ''],
      ['Godkendt', orBlank(facts.approvedOn), facts.approvedBy ?? ''],
    ]),
    text('Arbejdsgiverens bemærkninger, herunder lokale aftaler og andre risici:'),
  ],
});

const orBlank = (day: PaperFacts['approvedOn']): string => (day === null ? '' : dayWords(day));

/**
 * An impact assessment (GDPR art. 35(7)) filled in for an employer as it stands today. What only the employer can judge,
 * remarks and approval, is left open.
 */
export const impactAssessment = (facts: PaperFacts): readonly Section[] => [
  processing(facts),
  rules(facts),
  recipients(facts),
  necessity,
  retention(facts),
  risks,
  rights,
  approval(facts),
];
