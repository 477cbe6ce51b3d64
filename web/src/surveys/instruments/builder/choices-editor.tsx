import { ActionIcon, Button, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon';
import type { Choice } from '../views';
import styles from './builder.module.css';
import { ANSWER_SETS, choicesOf, type AnswerSet } from './draft-edit';

type Props = { choices: Choice[]; scored: boolean; onChange: (choices: Choice[]) => void };
const SETS = Object.keys(ANSWER_SETS).filter((set): set is AnswerSet => set in ANSWER_SETS);

const asScore = (value: number | string): number | null => (typeof value === 'number' ? value : null);

/** The answers to choose between, with what each scores; one without a score does not count. */
export const ChoicesEditor = ({ choices, scored, onChange }: Props) => {
  const { t } = useTranslation('instruments');
  const set = (at: number, change: Partial<Choice>) =>
    onChange(choices.map((choice, number) => (number === at ? { ...choice, ...change } : choice)));
  const free = Math.max(0, ...choices.map(({ value }) => value)) + 1;
  return (
    <fieldset className={styles.choices}>
      <legend>{t('builder.answers')}</legend>
      {choices.map((choice, at) => (
        <div key={choice.value} className={styles.choice}>
          {(['da', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              lang={language}
              aria-label={t('builder.answer', { number: at + 1, language: t(`languages.${language}`) })}
              placeholder={t(`languages.${language}`)}
              maxLength={200}
              value={choice.wording[language]}
              onChange={(event) =>
                set(at, { wording: { ...choice.wording, [language]: event.currentTarget.value } })
              }
            />
          ))}
          {scored && (
            <NumberInput
              aria-label={t('builder.score', { number: at + 1 })}
              placeholder={t('builder.notCounted')}
              min={0}
              max={100}
              allowDecimal={false}
              value={choice.score ?? ''}
              onChange={(value) => set(at, { score: asScore(value) })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('builder.removeAnswer', { number: at + 1 })}
            onClick={() => onChange(choices.filter((_, number) => number !== at))}
          >
            <Icon name="retention" />
          </ActionIcon>
        </div>
      ))}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange([...choices, { value: free, wording: { da: '', en: '' }, score: null }])}
        >
          {t('builder.addAnswer')}
        </Button>
        <Select
          size="xs"
          aria-label={t('builder.useSet')}
          placeholder={t('builder.useSet')}
          data={SETS.map((value) => ({ value, label: t(`builder.sets.${value}`) }))}
          value={null}
          onChange={(value) => {
            const chosen = SETS.find((each) => each === value);
            if (chosen) onChange(choicesOf(chosen));
          }}
        />
      </Group>
    </fieldset>
  );
};
