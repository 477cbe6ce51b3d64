import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { forgetSession, sessionQuery } from '../access/queries';
import { hideSignedOut, notifySignedOut } from '../access/signed-out';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';
import { readable, theme } from './theme';
import { isWriting } from './typing';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** The scroll lock of dialogs writes a style tag of its own, and looks for its nonce here. */
if (nonce !== '') Object.assign(window, { __webpack_nonce__: nonce });

/** Whoever is writing keeps the page, and is told how to go on; everybody else is led to the door. */
const onOver = (): void => {
  const wasIn = client.getQueryData(sessionQuery.queryKey) !== null;
  if (wasIn && isWriting()) return notifySignedOut();
  forgetSession(client);
  void router.invalidate();
};
const client = makeQueryClient({ onOver, onAlive: hideSignedOut });
const router = makeRouter(client);

export const App = () => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={readable}
    forceColorScheme="light"
    {...(nonce === '' ? {} : { getStyleNonce: () => nonce })}
  >
    <Notifications position="top-center" limit={3} />
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
);
