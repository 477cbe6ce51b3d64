import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { Answer } from '../../ui/states';
import type { EmployeeChoice } from '../views';
import { employeeChoices, SHORTEST } from './queries';

const TYPING = 250;
const NOBODY = '';

type Props = {
  /** What is looked for at first. */
  begun: string;
  /** An employee number, or none. */
  value: string;
  onChange: (employeeNumber: string) => void;
  error?: string | undefined;
};

const Choices = ({
  choices,
  value,
  onChange,
}: Pick<Props, 'value' | 'onChange'> & { choices: EmployeeChoice[] }) => {
  const { t } = useTranslation('users');
  // The one chosen stays to be seen when the search goes on to others.
  const kept = value === NOBODY || choices.some((one) => one.employeeNumber === value) ? [] : [value];
  return (
    <Radio.Group label={t('found')} value={value} onChange={onChange}>
      <Stack gap="xs" mt={4}>
        {choices.map((one) => (
          <Radio
            key={one.employeeNumber}
            value={one.employeeNumber}
            label={`${one.employeeNumber} · ${one.unitName ?? t('hasLeft')}`}
            description={one.linked ? t('linkedAlready') : undefined}
          />
        ))}
        {kept.map((number) => (
          <Radio key={number} value={number} label={number} />
        ))}
        <Radio value={NOBODY} label={t('nobody')} />
      </Stack>
      {choices.length === 0 && (
        <Text size="sm" mt="xs">
          {t('noneFound')}
        </Text>
      )}
    </Radio.Group>
  );
};

/** Finds an employee by number or whole name. No names come back: an administrator needs none. */
export const EmployeeSearch = ({ begun, value, onChange, error }: Props) => {
  const { t } = useTranslation('users');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? begun;
  const [asked] = useDebouncedValue(text.trim(), TYPING);
  const found = useQuery(employeeChoices(asked));
  return (
    <>
      <TextInput
        type="search"
        label={t('findEmployee')}
        description={t('findHint')}
        leftSection={<Icon name="search" />}
        autoComplete="off"
        maxLength={100}
        error={error}
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {asked.length >= SHORTEST && (
        <Answer query={found} lines={2}>
          {(choices) => <Choices choices={choices} value={value} onChange={onChange} />}
        </Answer>
      )}
    </>
  );
};
