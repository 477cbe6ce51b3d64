/* global self, caches, Response */
/* Serves the page for answering a survey, and what it is made of, where there is no network. Nothing else. */
const CACHE = 'naervaer-answer';
const PAGE = '/svar';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const page = async (request) => {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE, { cacheName: CACHE })) ?? Response.error();
  }
};

const part = async (request) => (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : part(request));
});
