import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { TableRefusal } from './table.js';

export interface XmlHandlers {
  /** Names come without their namespace's prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Text that brings no tag for this long is no workbook's: it would only fill memory. */
const MAX_SILENCE = 1024 * 1024;
const MAX_DEPTH = 64;

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/**
 * Reads XML as it arrives, in constant memory, and gives back control after each piece. Entities of a document's own
 * making are not expanded: they are an error.
 * @throws TableRefusal `damaged-workbook` where it is not well formed.
 */
export async function* walkXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silence = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    silence = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new TableRefusal('damaged-workbook', 'nested too deeply');
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    silence = 0;
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  try {
    for await (const piece of pieces) {
      silence += piece.length;
      parser.write(piece);
      if (silence > MAX_SILENCE) throw new TableRefusal('damaged-workbook', 'a part without structure');
      yield piece.length;
    }
    parser.close();
  } catch (fault) {
    if (fault instanceof TableRefusal) throw fault;
    throw new TableRefusal('damaged-workbook', 'not well formed', { cause: fault });
  }
}

/** Reads a small part to its end. */
export const readXml = async (pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> => {
  for await (const _ of walkXml(pieces, handlers)) continue;
};
