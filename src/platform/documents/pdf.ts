import { PdfThread } from './pdf-thread.js';

export type PdfStandard = 'ua-1' | 'a-2a';

export interface PdfOptions {
  readonly title: string;
  readonly lang: 'da' | 'en';
  readonly createdAt: Date;
  /** PDF/UA-1 unless told: for reading by everybody; PDF/A-2a for keeping, tagged too. */
  readonly standard?: PdfStandard;
  /** Pictures by the name under which the template shows them: SVG as text, anything else as bytes. */
  readonly images?: Readonly<Record<string, string | Uint8Array>>;
}

const thread = new PdfThread();

/** Line ends and tabs as Typst sets them; half a sign, as a text that was cut may end with, is no text to it. */
const settable = (_: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .replace(/\r\n?/g, '\n')
        .replace(/\t/g, ' ')
        .replace(/[\0\p{Cs}]/gu, '\ufffd')
    : value;

/**
 * Sets a document by a Typst template as tagged PDF. The template finds the house's style in `house.typ` and
 * what it is to say in `data`. The same data gives the same bytes.
 * @throws PdfFault naming what is wrong with the template or the data.
 */
export const renderPdf = (template: string, data: unknown, options: PdfOptions): Promise<Uint8Array> =>
  thread.render({
    template,
    files: options.images ?? {},
    inputs: { data: JSON.stringify(data, settable), title: options.title, lang: options.lang },
    standard: options.standard ?? 'ua-1',
    timestamp: Math.floor(options.createdAt.getTime() / 1000),
  });

/** Ends the thread once what was ordered is done; a later order begins a new one. */
export const closePdfRenderer = (): Promise<void> => thread.close();
