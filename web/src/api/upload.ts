import { OWN_REQUEST } from './client';
import { decodeProblem, ProblemError } from './problem';

type Upload = {
  path: string;
  /** Written before the file, so that the server knows them when the file begins. */
  fields: Record<string, string>;
  file: File;
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Sends a file with its progress, which `fetch` cannot report. @throws ProblemError; TypeError without an answer. */
export const upload = <Answer>({ path, fields, file, onProgress, signal }: Upload): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);

    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(OWN_REQUEST)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as Answer);
      else reject(new ProblemError(decodeProblem(request.status, body)));
    };
    request.onerror = () => reject(new TypeError('no answer'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
