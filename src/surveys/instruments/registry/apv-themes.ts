import { ask, askStrain, EXTENT, FREQUENCY, orDoNotKnow, orNotRelevant, say } from './parts.js';

const OFTEN = orNotRelevant(FREQUENCY);
const FAR = orNotRelevant(EXTENT);

/** The five themes of a workplace assessment and its view of sickness absence. */
export const APV_THEMES = [
  {
    id: 'apv-physical',
    name: say('Fysiske forhold', 'Physical conditions'),
    measures: say('Lyd, temperatur, lys, luft og plads.', 'Sound, temperature, light, air and space.'),
    items: [
      askStrain(
        'physical-noise',
        say('Generer støj dig i arbejdet?', 'Does noise bother you at work?'),
        OFTEN,
      ),
      askStrain(
        'physical-temperature',
        say('Generer temperaturen dig i arbejdet?', 'Does the temperature bother you at work?'),
        OFTEN,
      ),
      ask(
        'physical-light',
        say('Er lyset godt nok til dine opgaver?', 'Is the light good enough for your tasks?'),
        OFTEN,
      ),
      ask('physical-air', say('Er luften god, hvor du arbejder?', 'Is the air good where you work?'), OFTEN),
      ask(
        'physical-space',
        say('Er der plads nok til dit arbejde?', 'Is there space enough for your work?'),
        OFTEN,
      ),
    ],
  },
  {
    id: 'apv-ergonomic',
    name: say('Ergonomiske forhold', 'Ergonomic conditions'),
    measures: say(
      'Løft, stillinger, gentagelser og hjælpemidler.',
      'Lifting, postures, repetition and aids.',
    ),
    items: [
      askStrain(
        'ergonomic-lifting',
        say('Løfter du noget, der er for tungt?', 'Do you lift what is too heavy?'),
        OFTEN,
      ),
      askStrain(
        'ergonomic-posture',
        say(
          'Arbejder du i stillinger, der belaster kroppen?',
          'Do you work in postures that strain the body?',
        ),
        OFTEN,
      ),
      askStrain(
        'ergonomic-repetition',
        say('Gentager du de samme bevægelser i lang tid?', 'Do you repeat the same movements for long?'),
        OFTEN,
      ),
      ask(
        'ergonomic-aids',
        say('Har du de hjælpemidler, arbejdet kræver?', 'Do you have the aids the work calls for?'),
        FAR,
      ),
    ],
  },
  {
    id: 'apv-chemical',
    name: say('Kemiske og biologiske forhold', 'Chemical and biological conditions'),
    measures: say('Støv, dampe, hudkontakt og smitte.', 'Dust, fumes, contact with the skin and infection.'),
    items: [
      askStrain(
        'chemical-dust',
        say('Indånder du støv i arbejdet?', 'Do you breathe in dust at work?'),
        OFTEN,
      ),
      askStrain(
        'chemical-fumes',
        say('Indånder du dampe fra stoffer i arbejdet?', 'Do you breathe in fumes from substances at work?'),
        OFTEN,
      ),
      askStrain(
        'chemical-skin',
        say('Får du irriterende stoffer på huden?', 'Do irritating substances get on your skin?'),
        OFTEN,
      ),
      askStrain(
        'biological-infection',
        say('Er du udsat for smitte i arbejdet?', 'Are you exposed to infection at work?'),
        OFTEN,
      ),
      ask(
        'chemical-instruction',
        say(
          'Ved du, hvordan du arbejder sikkert med de stoffer, du bruger?',
          'Do you know how to work safely with the substances you use?',
        ),
        FAR,
      ),
    ],
  },
  {
    id: 'apv-accidents',
    name: say('Ulykkesrisici', 'Risks of accidents'),
    measures: say(
      'Næsten-ulykker, orden, udstyr og instruktion.',
      'Near misses, order, equipment and instruction.',
    ),
    items: [
      askStrain(
        'accidents-near',
        say(
          'Oplever du situationer, der kunne være endt med en ulykke?',
          'Do you experience situations that could have ended in an accident?',
        ),
        FREQUENCY,
      ),
      ask('accidents-order', say('Er der ryddeligt, hvor du arbejder?', 'Is it tidy where you work?'), OFTEN),
      ask(
        'accidents-equipment',
        say('Er det udstyr, du bruger, sikkert?', 'Is the equipment you use safe?'),
        OFTEN,
      ),
      ask(
        'accidents-instruction',
        say('Ved du, hvad du skal gøre ved en ulykke?', 'Do you know what to do in an accident?'),
        EXTENT,
      ),
    ],
  },
  {
    id: 'apv-psychosocial',
    name: say('Psykiske forhold', 'Psychosocial conditions'),
    measures: say(
      'Arbejdsmængde, krav, følelsesmæssige krav og støtte.',
      'Workload, demands, emotional demands and support.',
    ),
    items: [
      askStrain(
        'psychosocial-amount',
        say('Har du mere at lave, end der er tid til?', 'Do you have more to do than there is time for?'),
        FREQUENCY,
      ),
      askStrain(
        'psychosocial-conflicting',
        say('Møder du krav, der modsiger hinanden?', 'Do you meet demands that contradict each other?'),
        FREQUENCY,
      ),
      ask(
        'psychosocial-clear',
        say('Er det klart, hvad du har ansvar for?', 'Is it clear what you answer for?'),
        EXTENT,
      ),
      askStrain(
        'psychosocial-emotional',
        say('Tynger dit arbejde dig følelsesmæssigt?', 'Does your work weigh on you emotionally?'),
        FREQUENCY,
      ),
      ask(
        'psychosocial-support',
        say('Får du den støtte, du har brug for i arbejdet?', 'Do you get the support you need at work?'),
        EXTENT,
      ),
    ],
  },
  {
    id: 'apv-absence',
    name: say('Sygefravær og arbejdsmiljø', 'Sickness absence and working environment'),
    measures: say(
      'Om arbejdsmiljøet ses som en del af forklaringen på sygefravær, og om det tales der om.',
      'Whether the working environment is seen as a part of why people are absent, and whether that is talked about.',
    ),
    items: [
      askStrain(
        'absence-causes',
        say(
          'Bidrager arbejdsmiljøet til sygefravær på din arbejdsplads?',
          'Does the working environment contribute to sickness absence at your workplace?',
        ),
        orDoNotKnow(EXTENT),
      ),
      ask(
        'absence-prevention',
        say(
          'Taler I på arbejdspladsen om at forebygge sygefravær?',
          'Do you talk at your workplace about preventing sickness absence?',
        ),
        orDoNotKnow(FREQUENCY),
      ),
    ],
  },
] as const;
