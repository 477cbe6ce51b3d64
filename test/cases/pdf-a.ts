/** Objects of a PDF whose dictionaries are not compressed, as Typst writes them, without the content of streams. */
const objectsOf = (text: string): string[] =>
  text
    .replace(/stream\r?\n[\s\S]*?endstream/g, 'stream')
    .split(/^\d+ 0 obj$/m)
    .slice(1);

const FORBIDDEN =
  /\/(?:JavaScript|JS|Launch|Sound|Movie|ResetForm|ImportData|EmbeddedFile|RichMedia|XFA|AA|Encrypt|LZWDecode)\b/;

/** An object by what refers to it: `/DestOutputProfile 43 0 R`. */
const referred = (objects: readonly string[], key: string): string => {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(objects.join('\n'))?.[1];
  return objects[Number(number) - 1] ?? '';
};

/**
 * The clauses of PDF/A-2 level A (ISO 19005-2) that a file breaks by what it is built of: header and trailer, colour,
 * fonts, metadata, tags, and nothing that runs. What is inside pages and font programs is a validator's.
 */
export const brokenClauses = (
  file: Buffer,
  told: { readonly title: string; readonly lang: string },
): string[] => {
  const text = file.toString('latin1');
  const objects = objectsOf(text);
  const structure = objects.join('\n');
  const fonts = objects.filter((object) => object.includes('/Type /FontDescriptor'));
  const composite = objects.filter((object) => object.includes('/Subtype /Type0'));
  const metadata = referred(objects, 'Metadata');
  const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(file.toString('utf8'))?.[0] ?? '';
  const holds: Readonly<Record<string, boolean>> = {
    '6.1.2 header, and bytes that say it is binary': /^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(text),
    '6.1.3 an id in the trailer': /trailer[\s\S]*\/ID \[/.test(text),
    '6.2.3 an output intent with its colour profile':
      structure.includes('/S /GTS_PDFA1') && referred(objects, 'DestOutputProfile').includes('/N 3'),
    '6.2.11.4 every font embedded': fonts.length > 0 && fonts.every((font) => /\/FontFile[23]? /.test(font)),
    '6.2.11.7 characters by Unicode':
      composite.length > 0 && composite.every((font) => font.includes('/ToUnicode')),
    '6.1.3, 6.4, 6.5, 6.8 nothing encrypted, run or attached': !FORBIDDEN.test(structure),
    '6.6.2 metadata in clear text': metadata.includes('/Subtype /XML') && !metadata.includes('/Filter'),
    '6.6.2 the title in them': xmp.includes(`<rdf:li xml:lang="x-default">${told.title}</rdf:li>`),
    '6.6.4 part 2, level A':
      xmp.includes('<pdfaid:part>2</pdfaid:part>') &&
      xmp.includes('<pdfaid:conformance>A</pdfaid:conformance>'),
    '6.7.2 marked, with a tree of tags':
      /\/Marked true/.test(structure) && structure.includes('/Type /StructTreeRoot'),
    '6.7.3 headings and heads of tables': /\/S \/H1/.test(structure) && /\/S \/TH/.test(structure),
    '6.7.4 the language': structure.includes(`/Lang (${told.lang})`),
  };
  return Object.keys(holds).filter((clause) => holds[clause] !== true);
};
