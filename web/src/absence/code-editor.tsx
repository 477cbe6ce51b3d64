import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './code-editor.module.css';
import { SPELL_KINDS, type SpellKind } from './views';

/** One of the employer's own codes and what it means. */
export type OwnCode = { key: number; code: string; kind: SpellKind };

export const codesOf = (codes: Record<string, SpellKind>): OwnCode[] =>
  Object.entries(codes).map(([code, kind], key) => ({ key, code, kind }));

export const recordOfCodes = (codes: readonly OwnCode[]): Record<string, SpellKind> =>
  Object.fromEntries(
    codes.filter(({ code }) => code.trim() !== '').map(({ code, kind }) => [code.trim(), kind]),
  );

type Props = { codes: readonly OwnCode[]; onChange: (codes: OwnCode[]) => void };

/** Codes beside the common ones, which are known. */
export const CodeEditor = ({ codes, onChange }: Props) => {
  const { t } = useTranslation('absence');
  const kinds = SPELL_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  const change = (key: number, part: Partial<OwnCode>): void =>
    onChange(codes.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = (): void =>
    onChange([
      ...codes,
      { key: Math.max(0, ...codes.map(({ key }) => key)) + 1, code: '', kind: 'own-sickness' },
    ]);
  return (
    <details className={styles.editor} open={codes.length > 0}>
      <summary>{t('imports.codes.title')}</summary>
      <p>{t('imports.codes.hint')}</p>
      {codes.map(({ key, code, kind }) => (
        <div key={key} className={styles.code}>
          <TextInput
            label={t('imports.codes.code')}
            value={code}
            onChange={(event) => change(key, { code: event.currentTarget.value })}
          />
          <Select
            label={t('kind')}
            data={kinds}
            value={kind}
            onChange={(value) => change(key, { kind: SPELL_KINDS.find((one) => one === value) ?? kind })}
          />
          <Button variant="default" onClick={() => onChange(codes.filter((one) => one.key !== key))}>
            {t('imports.codes.remove')}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-sm" onClick={add}>
        {t('imports.codes.add')}
      </Button>
    </details>
  );
};
