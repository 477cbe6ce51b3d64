import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './fonts.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { focusFirstFault } from '../ui/focus-first-fault';
import { App } from './app';
import { startTexts } from './i18n';
import { watchTyping } from './typing';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

watchTyping();
focusFirstFault();
void startTexts().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
