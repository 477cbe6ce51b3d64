/**
 * Runs in a thread of its own, since Typst compiles synchronously. Plain JavaScript: the same file serves the built
 * product and the tests, which know no TypeScript in worker threads.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const HERE = dirname(fileURLToPath(import.meta.url));
const FONTS = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans/package.json'),
);
const WEIGHTS = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold'];
const HOUSE = readFileSync(join(HERE, 'house.typ'));
/** Results of so many documents back are kept, so that the next of the same kind is quick and memory stays bounded. */
const KEPT_DOCUMENTS = 5;

const fontBlobs = WEIGHTS.map((weight) => readFileSync(join(FONTS, weight, `IBMPlexSans_${weight}.ttf`)));
const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs }] });

/** The messages of a failed compilation. Rules of PDF/UA are broken with a message inside a message. */
const faultsOf = (result) => {
  const fault = result.takeDiagnostics() ?? result.takeError();
  return (fault?.shortDiagnostics ?? []).map((each) => each.message ?? JSON.stringify(each)).join('; ');
};

const UNKNOWN = '\ufffd';
/** How Typst names each text of a document that no font has; it prints what is not seen as `\\u{200d}`. */
const WITHOUT_GLYPH = /the text `\\"(.+?)\\"` could not be displayed/g;
const ESCAPED = /\\+u\{([0-9a-f]+)\}/g;
/** The letters of the house's own languages are never taken for the mark above them that no font has. */
const isOwnLetter = (sign) => sign >= ' ' && sign < '\u0250';

const withoutGlyph = (message) => {
  const texts = [...message.matchAll(WITHOUT_GLYPH)].map(([, text]) =>
    text.replace(ESCAPED, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return new Set(texts.flatMap((text) => [...text]).filter((sign) => !isOwnLetter(sign)));
};

const replaced = (text, signs) => [...text].map((sign) => (signs.has(sign) ? UNKNOWN : sign)).join('');

const inputsWithout = ({ data, title, ...others }, signs) => ({
  ...others,
  title: replaced(title, signs),
  data: JSON.stringify(JSON.parse(data), (_, value) =>
    typeof value === 'string' ? replaced(value, signs) : value,
  ),
});

/** A sign that no font has is printed as one that is unknown: a name in another script keeps no letter from being written. */
const renderAnyText = (order) => {
  try {
    return render(order);
  } catch (fault) {
    const signs = withoutGlyph(String(fault?.message ?? fault));
    if (signs.size === 0) throw fault;
    return render({ ...order, inputs: inputsWithout(order.inputs, signs) });
  }
};

const render = ({ template, files, inputs, standard, timestamp }) => {
  compiler.resetShadow();
  compiler.mapShadow(join(HERE, 'house.typ'), HOUSE);
  for (const [name, content] of Object.entries(files))
    compiler.mapShadow(join(HERE, name), Buffer.from(content));
  const result = compiler.compile({ mainFileContent: template, inputs });
  if (result.hasError()) throw new Error(faultsOf(result) || 'the template does not compile');
  const pdf = compiler.pdf(result.result, { pdfStandard: standard, creationTimestamp: timestamp });
  compiler.evictCache(KEPT_DOCUMENTS);
  return new Uint8Array(pdf);
};

parentPort.on('message', (order) => {
  try {
    const pdf = renderAnyText(order);
    parentPort.postMessage({ pdf }, [pdf.buffer]);
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    parentPort.postMessage({ fault: /message: "([^"]*)"/.exec(message)?.[1] ?? message });
  }
});
