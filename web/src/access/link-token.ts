import { useState } from 'react';

/** The secret of a mailed link, read once from behind `#` and taken out of the address bar and the history. */
export const useLinkToken = (): string => {
  const [token] = useState(() => window.location.hash.slice(1));
  if (window.location.hash !== '')
    window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
};
