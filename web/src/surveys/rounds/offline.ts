const CACHE = 'naervaer-answer';
const PAGE = '/svar';

/**
 * Keeps this page and all that it has loaded on the device, so that it opens without a network until the answer has
 * been sent. The worker serves nothing but this page.
 */
export const keepPageOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  try {
    await navigator.serviceWorker.register('/answer-worker.js', { scope: PAGE });
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
      .map(({ pathname }) => pathname);
    const cache = await caches.open(CACHE);
    await cache.addAll([...new Set([PAGE, ...loaded])]);
  } catch {
    // Without a store the page works for as long as it stays open.
  }
};

export const forgetPageOffline = async (): Promise<void> => {
  if ('caches' in window) await caches.delete(CACHE).catch(() => false);
};
