import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { choiceParam } from '../ui/search-params';
import styles from './step-fields.module.css';
import type { EditedStep } from './step-drafts';
import { HANDS, MOMENTS } from './views';

type Props = {
  step: EditedStep;
  number: number;
  mayChange: boolean;
  onChange: (step: EditedStep) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

const More = ({ step, mayChange, onChange }: Pick<Props, 'step' | 'mayChange' | 'onChange'>) => {
  const { t } = useTranslation('onboarding');
  const areas = [
    { label: t('programmes.text'), of: 'text', language: 'da' },
    { label: t('programmes.textEn'), of: 'text', language: 'en' },
    { label: t('programmes.points'), of: 'points', language: 'da' },
    { label: t('programmes.pointsEn'), of: 'points', language: 'en' },
  ] as const;
  return (
    <details className={styles.more}>
      <summary>{t('programmes.text')}</summary>
      <Stack gap="xs">
        {areas.map(({ label, of, language }) => (
          <Textarea
            key={label}
            label={label}
            autosize
            minRows={2}
            readOnly={!mayChange}
            value={step[of][language]}
            onChange={(event) =>
              onChange({ ...step, [of]: { ...step[of], [language]: event.currentTarget.value } })
            }
          />
        ))}
        <TextInput
          label={t('programmes.link')}
          description={t('programmes.linkHint')}
          readOnly={!mayChange}
          value={step.link}
          onChange={(event) => onChange({ ...step, link: event.currentTarget.value })}
        />
      </Stack>
    </details>
  );
};

/** One step of a programme. It moves by its buttons, and by Alt with the arrow keys wherever one writes in it. */
export const StepFields = ({ step, number, mayChange, onChange, onMove, onRemove }: Props) => {
  const { t } = useTranslation('onboarding');
  const legend = t('programmes.step', { number, title: step.title.da });
  const moveByKey = (event: KeyboardEvent): void => {
    if (!mayChange || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <fieldset className={styles.step} onKeyDown={moveByKey}>
      <legend>{legend}</legend>
      <div className={styles.fields}>
        <Select
          label={t('programmes.when')}
          value={step.moment}
          readOnly={!mayChange}
          data={MOMENTS.map((value) => ({ value, label: t(`moments.${value}`) }))}
          onChange={(value) => onChange({ ...step, moment: choiceParam(value, MOMENTS) ?? step.moment })}
        />
        <Select
          label={t('programmes.who')}
          value={step.who}
          readOnly={!mayChange}
          data={HANDS.map((value) => ({ value, label: t(`hands.${value}`) }))}
          onChange={(value) => onChange({ ...step, who: choiceParam(value, HANDS) ?? step.who })}
        />
        <TextInput
          label={t('programmes.what')}
          value={step.title.da}
          readOnly={!mayChange}
          error={step.title.da.trim() === '' ? t('programmes.missing') : null}
          onChange={(event) => onChange({ ...step, title: { ...step.title, da: event.currentTarget.value } })}
        />
        <TextInput
          label={t('programmes.whatEn')}
          value={step.title.en}
          readOnly={!mayChange}
          onChange={(event) => onChange({ ...step, title: { ...step.title, en: event.currentTarget.value } })}
        />
      </div>
      <div className={styles.foot}>
        <More step={step} mayChange={mayChange} onChange={onChange} />
        {mayChange && (
          <Group gap="xs">
            <Button size="compact-xs" variant="default" onClick={() => onMove(-1)}>
              {t('programmes.up')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => onMove(1)}>
              {t('programmes.down')}
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray.7" onClick={onRemove}>
              {t('programmes.remove')}
            </Button>
          </Group>
        )}
      </div>
    </fieldset>
  );
};
