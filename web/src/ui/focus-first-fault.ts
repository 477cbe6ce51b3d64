const FAULTY = '[aria-invalid="true"]';
/** As long as a server may take to say what is wrong. */
const PATIENCE_MS = 15_000;

/** Leads whoever sent a form to the first field that something is wrong with, once something is. */
export const focusFirstFault = (): void => {
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLFormElement)) return;
    const lead = (): void => {
      const field = target.querySelector<HTMLElement>(FAULTY);
      if (field === null) return;
      watcher.disconnect();
      field.focus();
    };
    const watcher = new MutationObserver(lead);
    watcher.observe(target, { subtree: true, childList: true, attributeFilter: ['aria-invalid'] });
    setTimeout(() => watcher.disconnect(), PATIENCE_MS);
    // What was wrong before and still is changes nothing to be watched.
    setTimeout(lead, 0);
  });
};
