import { Encrypter } from 'age-encryption';

/** Whether a text is a public key of age (https://age-encryption.org/v1), whose other half alone opens what is encrypted to it. */
export const isAgeRecipient = (text: string): boolean => {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
};

/** Encrypts a stream to a public key, in constant memory. */
export async function* encryptTo(
  recipient: string,
  source: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) yield Buffer.from(chunk);
  };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  yield* await encrypter.encrypt(ReadableStream.from(bytes()));
}
