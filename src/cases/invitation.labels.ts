/** The words of the invitation. `{…}` stands for what is filled in. */
export interface InvitationLabels {
  readonly title: string;
  readonly heading: string;
  readonly greeting: string;
  readonly opening: string;
  readonly when: string;
  readonly where: string;
  readonly with: string;
  readonly at: string;
  readonly byPhone: string;
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
  readonly contact: string;
  readonly contactByPhone: string;
  readonly contactByMail: string;
  readonly or: string;
  readonly closing: string;
  readonly legal: string;
}

/** Danish: the talk is a duty of Danish law, and the letter goes to employees in Denmark. */
export const INVITATION_LABELS: InvitationLabels = {
  title: 'Invitation til sygefraværssamtale',
  heading: 'Invitation til en samtale',
  greeting: 'Kære {name}',
  opening:
    'Vi håber, at du har det efter omstændighederne godt. Vi vil gerne invitere dig til en samtale om, hvordan og ' +
    'hvornår du kan vende tilbage til arbejdet, og om hvad vi kan gøre for at hjælpe.',
  when: 'Tid',
  where: 'Sted',
  with: 'Du møder',
  at: '{day} kl. {from}–{to}',
  byPhone: 'På telefon. Vi ringer til dig på {phone}.',
  parts: [
    {
      heading: 'Det taler vi om',
      text:
        'Hvornår du venter at kunne komme tilbage, helt eller delvist. Hvilke opgaver du kan klare, og om vi kan gøre ' +
        'noget ved tider, opgaver eller indretning, så det bliver lettere.',
    },
    {
      heading: 'Det spørger vi ikke om',
      text: 'Vi spørger ikke, hvad du fejler, og du behøver ikke at fortælle det.',
    },
    {
      heading: 'Det kan du selv vælge',
      text:
        'Du må tage en bisidder med, for eksempel din tillidsrepræsentant eller en, du er tryg ved. Kan du ikke møde op, ' +
        'holder vi samtalen på telefon. Passer tiden dårligt, finder vi en anden.',
    },
  ],
  contact: 'Har du spørgsmål, så kontakt {name}{ways}.',
  contactByPhone: 'på {phone}',
  contactByMail: 'på {mail}',
  or: ' eller ',
  closing: 'Venlig hilsen',
  legal:
    'Samtalen holdes efter § 7 a i lov om sygedagpenge senest fire uger efter første sygedag. Er du for syg til en ' +
    'samtale, også på telefon, så giv os besked; så holder vi den ikke.',
};
