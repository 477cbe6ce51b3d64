import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { forgetSession } from '../access/queries';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';
import { readable, theme } from './theme';

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** The scroll lock of dialogs writes a style tag of its own, and looks for its nonce here. */
if (nonce !== '') Object.assign(window, { __webpack_nonce__: nonce });

const client = makeQueryClient(() => {
  forgetSession(client);
  void router.invalidate();
});
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
