import type { PaperFacts } from './facts.js';
import { ruleWords } from './rule-words.js';
import { dayWords, periodWords } from './words.js';

const providersOf = (facts: PaperFacts): string => {
  const names = [...new Set(facts.consultancies.map(({ provider }) => provider))];
  if (names.length === 0) return '';
  return ` Fastholdelseskonsulenter fra ${names.join(' og ')} ser signaler for de enheder, som en aftale nævner.`;
};

/**
 * A proposal for what the employees are told before the first signal (GDPR art. 13 and 14, and the notice of a new
 * control measure), in plain Danish. The employer may change it.
 */
export const employeeNotice = (facts: PaperFacts, liveFrom: PaperFacts['today'] | null): string =>
  [
    `Sådan bruger ${facts.employer} oplysninger om sygefravær`,
    `Vi vil gerne opdage tidligt, når nogen har brug for hjælp til at blive på arbejdet. ${
      liveFrom === null ? 'Vi tager' : `Fra ${dayWords(liveFrom)} tager vi`
    } derfor et system i brug, der hedder Nærvær.`,
    `Det giver en leder besked, når en af disse regler er opfyldt:\n${facts.rules
      .map((rule) => `- ${ruleWords(rule)}`)
      .join('\n')}`,
    'Reglerne er ens for alle. Systemet kender ikke din diagnose, vurderer ikke din risiko for at blive syg og træffer ingen afgørelser. Et signal er en anledning til at spørge, om vi kan hjælpe.',
    `Din leder ser sine egne medarbejdere. HR ser hele arbejdspladsen.${providersOf(
      facts,
    )} Styregruppen og medarbejdernes repræsentanter ser kun tal om grupper på mindst 10.`,
    `Oplysningerne kommer fra lønsystemet og fra din leder. Vi sletter dem igen: ${facts.retention
      .map(({ what, days }) => `${what.toLowerCase()} efter ${periodWords(days)}`)
      .join(', ')}.`,
    'På din egen side kan du se, hvad der er registreret om dig, hvorfor der kom et signal, og hvem der har set det. Du kan bede om en samtale, om en rettelse, og du kan gøre indsigelse. Du kan også klage til Datatilsynet.',
    'Grundlaget er databeskyttelsesforordningens artikel 6 og artikel 9, stk. 2, litra b, databeskyttelseslovens § 12 og sygedagpengelovens § 7 a og § 40.',
  ].join('\n\n');
