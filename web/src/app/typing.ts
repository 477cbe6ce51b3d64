let typed: HTMLInputElement | HTMLTextAreaElement | null = null;

/** Remembers where somebody last wrote in a form. */
export const watchTyping = (): void => {
  document.addEventListener('input', ({ target }) => {
    const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (isField && target.form !== null) typed = target;
  });
};

/** Whether words stand in a form that would be gone with the page. */
export const isWriting = (): boolean => typed !== null && typed.isConnected && typed.value !== '';
