import { pick, type Random } from './random.js';

const WOMEN =
  `Anne Mette Kirsten Hanne Anna Helle Susanne Lene Maria Marianne Inge Karen Lone Bente Camilla Pia Louise Charlotte
Jette Tina Gitte Ida Emma Julie Sofie Laura Mathilde Cecilie Katrine Line Rikke Signe Amalie Freja Maja Fatima Aylin
Nadia`.split(/\s+/);
const MEN =
  `Peter Michael Lars Jens Thomas Henrik Søren Christian Martin Jan Morten Anders Jesper Niels Rasmus Mads Hans Per
Jørgen Ole Mikkel Kasper Jonas Emil Frederik Jakob Magnus Oliver Tobias Bjørn Åge Ahmad Yusuf Ali`.split(
    /\s+/,
  );

/** Made up, so that no full name is anybody's: plants, birds and weather of a storybook. */
const MIDDLE =
  `Blåklokke Brombær Engblomme Fjordlærke Glasvinge Havregryn Havtorne Hindbærris Kløverblad Kornblomst Lyngtop Morgendug
Mosekonge Nordenvind Perlegræs Regnspove Rimfrost Skovmærke Sneugle Solhverv Stjerneskud Strandskade Tidselfrø Tusindfryd
Valmue Vandmynte Vibeæg Viftetang Ærenpris Øresalt Åkande Ålegræs`.split(/\s+/);

const LAST =
  `Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen
Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jacobsen Lund Holm Schmidt Eriksen Kjær Bach
Vestergaard Østergaard Nørgaard Søndergaard Yilmaz Hussain`.split(/\s+/);

/** A Danish name that is plainly nobody's: common first and last names around an invented middle name. */
export const fictitiousName = (random: Random, isWoman: boolean): string =>
  `${pick(random, isWoman ? WOMEN : MEN)} ${pick(random, MIDDLE)} ${pick(random, LAST)}`;
