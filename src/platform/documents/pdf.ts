import { PdfThread } from './pdf-thread.js';

export interface PdfOptions {
  readonly title: string;
  readonly lang: 'da' | 'en';
  readonly createdAt: Date;
  /** Pictures by the name under which the template shows them: SVG as text, anything else as bytes. */
  readonly images?: Readonly<Record<string, string | Uint8Array>>;
}

const thread = new PdfThread();

/**
 * Sets a document by a Typst template as tagged PDF/UA-1. The template finds the house's style in `house.typ` and
 * what it is to say in `data`. The same data gives the same bytes.
 * @throws PdfFault naming what is wrong with the template or the data.
 */
export const renderPdf = (template: string, data: unknown, options: PdfOptions): Promise<Uint8Array> =>
  thread.render({
    template,
    files: options.images ?? {},
    inputs: { data: JSON.stringify(data), title: options.title, lang: options.lang },
    timestamp: Math.floor(options.createdAt.getTime() / 1000),
  });

/** Ends the thread once what was ordered is done; a later order begins a new one. */
export const closePdfRenderer = (): Promise<void> => thread.close();
