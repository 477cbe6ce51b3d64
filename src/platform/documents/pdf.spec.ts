import { closePdfRenderer, renderPdf, type PdfOptions } from './pdf.js';
import { PdfThread } from './pdf-thread.js';

const OPTIONS: PdfOptions = { title: 'Prøve', lang: 'da', createdAt: new Date('2026-11-22T10:00:00Z') };
const template = (body: string): string => `#import "house.typ": *\n#show: house\n${body}`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

afterAll(closePdfRenderer);

describe('renderPdf', () => {
  it('gives the same tagged PDF for the same data', async () => {
    const order = template('= Hej #data.name\n#image("dot.svg", alt: "en prik")');
    const images = { 'dot.svg': SVG };
    const [first, second] = await Promise.all(
      [1, 2].map(() => renderPdf(order, { name: 'Åse' }, { ...OPTIONS, images })),
    );
    const text = Buffer.from(first ?? []).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('IBMPlexSans');
    expect(second).toEqual(first);
  });

  it.each([
    ['a name in a script that no font has', '李小龙'],
    ['a sign made of several', '👩\u200d👩\u200d👧'],
    ['what nobody sees', 'a\u0001b\uffff\u0000'],
    ['a mark that stands on no letter', 'e\u1ab7'],
    ['half a sign', 'x\ud83d'],
    ['nothing but line ends and tabs', '\t\r\n'],
  ])('sets %s, the rest as it is written', async (_, name) => {
    const order = template('= Hej #data.name');
    await expect(renderPdf(order, { name }, OPTIONS)).resolves.toBeInstanceOf(Uint8Array);
    await expect(renderPdf(order, { name }, { ...OPTIONS, standard: 'a-2a' })).resolves.toBeInstanceOf(
      Uint8Array,
    );
    // What no font has is one sign, whatever it was.
    expect(await renderPdf(order, { name: '李' }, OPTIONS)).toEqual(
      await renderPdf(order, { name: '\ufffd' }, OPTIONS),
    );
  });

  it.each([
    ['a template that is none', template('#foo('), /unclosed/],
    ['data that lacks a key', template('= #data.nobody'), /does not contain key "nobody"/],
    ['a picture without words for it', template('= a\n#image("dot.svg")'), /missing alt text/],
    ['a file outside the documents', template('#read("/etc/passwd")'), /not found/],
  ])('names the fault of %s and goes on', async (_, order, message) => {
    await expect(renderPdf(order, {}, { ...OPTIONS, images: { 'dot.svg': SVG } })).rejects.toThrow(message);
    await expect(renderPdf(template('= Hej'), {}, OPTIONS)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('begins a new thread after it was closed', async () => {
    await closePdfRenderer();
    await expect(renderPdf(template('= Hej'), {}, OPTIONS)).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('PdfThread', () => {
  it('gives up a document that takes too long, and begins anew for the next', async () => {
    const thread = new PdfThread(20);
    const order = {
      template: template('= Hej'),
      files: {},
      inputs: { data: '{}', title: 'a', lang: 'da' },
      standard: 'ua-1' as const,
      timestamp: 0,
    };
    await expect(thread.render(order)).rejects.toThrow('no document within 20 ms');
    await expect(thread.render(order)).rejects.toThrow('no document within 20 ms');
    await thread.close();
  });
});
