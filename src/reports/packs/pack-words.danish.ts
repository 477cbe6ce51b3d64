import type { PackWords } from './pack-words.js';

export const DANISH: PackWords = {
  kicker: 'Pakke til styregruppen',
  inShort: 'Kort fortalt',
  noFigure: 'ingen',
  tables: {
    completeness: {
      heading: 'Hvor sikre er tallene?',
      note: 'Hvad der er kendt, foreløbigt og skjult, da pakken blev dannet.',
      columns: ['Om', 'Status'],
      empty: '',
    },
    indicators: {
      heading: 'Mål og effekt',
      note: 'Det, kontrakten måler på. Signaler, samtaler og sager er aktivitet og aldrig effekt.',
      columns: ['Mål', 'Brug', 'Aftalt fald', 'Effekt'],
      empty: 'Der er endnu ingen aftalt kontrakt for perioden.',
    },
    barriers: {
      heading: 'Risici og forhindringer',
      note: 'Det, der står i vejen for at arbejde som aftalt, og hvad der gøres. Lukkede i perioden er med.',
      columns: ['Set', 'Hvad', 'Hvor', 'Hvad gøres', 'Af hvem', 'Status'],
      empty: 'Ingen forhindringer er noteret.',
    },
    minutes: {
      heading: 'Beslutninger og referat',
      note: 'Skabelon til mødet: Skriv beslutning, ansvarlig og frist.',
      columns: ['Punkt', 'Grundlag', 'Beslutning', 'Ansvarlig', 'Frist'],
      empty: '',
    },
    'sign-offs': {
      heading: 'Godkendt af',
      note: 'Hvem der har godkendt pakken som modtaget og læst, hvornår og for hvilken part.',
      columns: ['Part', 'Navn', 'Tidspunkt'],
      empty: 'Ingen har godkendt pakken endnu.',
    },
  },
  absence: (rate) => `Fraværet var ${rate} af den mulige arbejdstid.`,
  absenceHidden: 'Fraværet under ét vises ikke, fordi det ville pege på enkelte personer.',
  lower: (points) => `Det er ${points} procentpoint lavere end i de samme måneder året før.`,
  higher: (points) => `Det er ${points} procentpoint højere end i de samme måneder året før.`,
  unchanged: 'Det er det samme som i de samme måneder året før.',
  noComparison: 'Der er ingen tal fra året før at sammenligne med.',
  contact: (share, due) => `${share} af ${due} signaler blev fulgt af en kontakt i tide.`,
  contactHidden: 'Andelen af kontakter i tide vises ikke: Der er for få signaler.',
  noSignals: 'Der var ingen signaler, der skulle følges op.',
  notMeasured: 'Effekten er endnu ikke målt. Tallene ovenfor siger ikke i sig selv, om indsatsen virker.',
  noContract: 'Der er ingen aftalt kontrakt for perioden, og derfor intet at måle effekt efter.',
  barriers: (open, late) => {
    if (open === 0) return 'Ingen forhindringer står åbne.';
    const standing = open === 1 ? '1 forhindring står åben' : `${open} forhindringer står åbne`;
    return late === 0 ? `${standing}.` : `${standing}, heraf ${late} over fristen.`;
  },
  provisional: (months) => `Tallene for ${months} er foreløbige og kan ændre sig.`,
  notProvisional: 'Ingen måneder i perioden er foreløbige.',
  hidden: (count) => {
    if (count === 0) return 'Ingen tal er skjult.';
    return `${count === 1 ? '1 tal er skjult' : `${count} tal er skjult`}, så ingen enkeltpersoner kan genkendes.`;
  },
  signed: (parties) => `Godkendt af ${parties}.`,
  notSigned: 'Ingen part har godkendt pakken endnu.',
  completeness: {
    knownUntil: 'Fravær kendt til og med',
    unknown: 'En kilde har endnu ikke meldt',
    provisional: 'Foreløbige måneder',
    none: 'Ingen',
    hidden: 'Skjulte tal',
    contract: 'Kontrakt',
    version: (version) => `Version ${version}`,
  },
  measures: {
    days: 'Fraværsdage',
    'days-cut-at-30': 'Fraværsdage, højst 30 pr. periode',
    spells: 'Afsluttede fraværsperioder',
    'long-spells': 'Perioder over 30 dage',
  },
  uses: { payment: 'Betaling', reported: 'Kun oplyst' },
  fall: (percent) => `${percent} færre`,
  noTarget: 'Intet',
  effectNotMeasured: 'Endnu ikke målt',
  barrierKinds: {
    leadership: 'Ledelse',
    time: 'Tid',
    staffing: 'Bemanding',
    data: 'Data',
    cooperation: 'Samarbejde',
    knowledge: 'Viden',
    other: 'Andet',
  },
  everywhere: 'Hele partnerskabet',
  open: 'Åben',
  late: 'Over fristen',
  resolved: (day) => `Løst ${day}`,
  agenda: {
    approve: 'Dagsorden og sidste referat',
    figures: 'Fravær, opmærksomhed og hjælp',
    effect: 'Mål og effekt',
    barriers: 'Risici og forhindringer',
    next: 'Hvad gør vi til næste møde?',
    other: 'Eventuelt',
    meeting: 'Næste møde',
    inThisPack: 'I denne pakke',
    openOnes: (open) => `${open} åbne`,
  },
};
