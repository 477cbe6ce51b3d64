import { Worker } from 'node:worker_threads';

/** What the thread needs for one document. */
export interface PdfOrder {
  readonly template: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly standard: 'ua-1' | 'a-2a';
  /** Seconds since 1970. */
  readonly timestamp: number;
}

type PdfAnswer = { readonly pdf: Uint8Array } | { readonly fault: string };

const TIMEOUT_MS = 30_000;
/** The compiler keeps fonts and results in memory outside of Node's heap: given back after a while without work. */
const IDLE_MS = 60_000;

/** The document could not be made; the message says why. */
export class PdfFault extends Error {
  override readonly name = 'PdfFault';
}

/** One thread that sets documents, one after another: begun when first needed, replaced when it fails. */
export class PdfThread {
  private worker: Worker | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly timeoutMs = TIMEOUT_MS) {}

  render(order: PdfOrder): Promise<Uint8Array> {
    const answer = this.turn.then(() => this.ask(order));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.stop();
  }

  private async ask(order: PdfOrder): Promise<Uint8Array> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= new Worker(new URL('./pdf-worker.mjs', import.meta.url)));
    worker.ref();
    try {
      const answer = await this.answerOf(worker, order);
      if ('fault' in answer) throw new PdfFault(answer.fault);
      return answer.pdf;
    } finally {
      // A thread at rest keeps no process from ending.
      this.worker?.unref();
      this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
    }
  }

  private answerOf(worker: Worker, order: PdfOrder): Promise<PdfAnswer> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(deadline);
        for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
        act();
      };
      const fail = (reason: string, cause?: unknown): void => {
        settle(() => reject(new PdfFault(reason, { cause })));
        void this.stop();
      };
      const deadline = setTimeout(() => fail(`no document within ${this.timeoutMs} ms`), this.timeoutMs);
      worker.once('message', (answer: PdfAnswer) => settle(() => resolve(answer)));
      worker.once('error', (cause) => fail('the document thread failed', cause));
      worker.once('exit', () => fail('the document thread ended'));
      worker.postMessage(order);
    });
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}
