import { readFile } from 'node:fs/promises';
import { encode } from 'uqr';
import { renderPdf } from '../../platform/documents/pdf.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { Wording } from '../instruments/domain/instrument.js';
import { shownCode, shownFingerprint } from './domain/invitation-link.js';
import { writtenDay } from './domain/invitation-words.js';

export interface Letter {
  readonly name: string;
  readonly employeeNumber: string;
  readonly unitName: string;
  readonly link: string;
  readonly fingerprint: string;
  /** To type at a kiosk; null where there is none. */
  readonly code: string | null;
}

export interface Letters {
  readonly title: Wording;
  readonly closesOn: LocalDate;
  readonly createdAt: Date;
  readonly letters: readonly Letter[];
}

/** A QR code as a drawing: a run of dark squares is one rectangle. */
const qrCode = (text: string): string => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const runs = data.flatMap((line, y) =>
    line.flatMap((dark, x) => {
      if (!dark || line[x - 1] === true) return [];
      const end = line.indexOf(false, x);
      const width = (end < 0 ? size : end) - x;
      return [`M${x} ${y}h${width}v1h-${width}z`];
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`;
};

/** The letters as one PDF, a page each, in Danish with an English half. */
export const renderLetters = async ({
  title,
  closesOn,
  createdAt,
  letters,
}: Letters): Promise<Uint8Array> => {
  const template = await readFile(new URL('./letters.typ', import.meta.url), 'utf8');
  const data = {
    title,
    closes: { da: writtenDay(closesOn, 'da'), en: writtenDay(closesOn, 'en') },
    letters: letters.map(({ fingerprint, code, link, ...letter }) => ({
      ...letter,
      site: new URL(link).host,
      fingerprint: shownFingerprint(fingerprint),
      code: code === null ? '' : shownCode(code),
    })),
  };
  const images = Object.fromEntries(letters.map(({ link }, index) => [`qr-${index}.svg`, qrCode(link)]));
  return renderPdf(template, data, { title: title.da, lang: 'da', createdAt, images });
};
