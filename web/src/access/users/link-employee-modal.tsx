import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../ui/form-modal';
import { notifyDone } from '../../ui/notify';
import type { UserRow } from '../views';
import { EmployeeSearch } from './employee-search';
import { linkEmployee, USERS } from './queries';

/** The employee that every role of a user here is worn by; null where none or several. */
const numberOf = ({ hats }: UserRow): string => {
  const [first, ...others] = new Set(hats.map(({ employeeNumber }) => employeeNumber ?? ''));
  return others.length === 0 ? (first ?? '') : '';
};

/** Says which employee a user is. */
export const LinkEmployeeModal = ({ user, onClose }: { user: UserRow; onClose: () => void }) => {
  const { t } = useTranslation(['users', 'app']);
  const client = useQueryClient();
  const [number, setNumber] = useState(numberOf(user));
  const link = useMutation({
    mutationFn: () => linkEmployee(user, number === '' ? null : number),
    onSuccess: async () => {
      notifyDone(t('app:saved'));
      onClose();
      await client.invalidateQueries({ queryKey: USERS });
    },
  });
  return (
    <FormModal
      opened
      title={t('linkTitle', { name: user.name })}
      submitLabel={t('save')}
      busy={link.isPending}
      error={link.error}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        link.mutate();
      }}
    >
      <Text size="sm">{t('employeeHint')}</Text>
      <EmployeeSearch begun={user.name} value={number} onChange={setNumber} />
    </FormModal>
  );
};
