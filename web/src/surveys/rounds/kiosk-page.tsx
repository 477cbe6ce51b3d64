import { Button, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerFrame } from './answer-page';
import type { Way } from './device';
import { Survey } from './survey';

/** Somebody who walks away leaves nothing on the screen for the next one. */
const IDLE_MS = 120_000;
const THANKS_MS = 12_000;

const Code = ({ onCode }: { onCode: (code: string) => void }) => {
  const { t } = useTranslation('answer');
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
      }}
    >
      <h1>{t('kiosk.title')}</h1>
      <p>{t('kiosk.text')}</p>
      <TextInput
        label={t('kiosk.code')}
        size="lg"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={14}
        required
      />
      <Button type="submit" size="md" fullWidth mt="md">
        {t('kiosk.open')}
      </Button>
    </form>
  );
};

/** A screen that several people answer on, each by a code of their own. It keeps nothing. */
export const KioskPage = () => {
  const { t } = useTranslation('answer');
  const [kiosk] = useState(() => window.location.hash.slice(1));
  const [way, setWay] = useState<Way | null>(null);
  const leave = useCallback(() => setWay(null), []);
  const end = useCallback(() => void setTimeout(() => setWay(null), THANKS_MS), []);
  useEffect(() => {
    if (way === null) return;
    let timer = setTimeout(() => setWay(null), IDLE_MS);
    const stir = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWay(null), IDLE_MS);
    };
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, stir, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, stir);
    };
  }, [way]);
  return (
    <AnswerFrame>
      {(language) =>
        kiosk === '' ? (
          <p>{t('kiosk.none')}</p>
        ) : way === null ? (
          <Code onCode={(code) => setWay({ kiosk, code })} />
        ) : (
          <Survey way={way} language={language} onDone={end} onOther={leave} />
        )
      }
    </AnswerFrame>
  );
};
