import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { Facts } from '../ui/facts';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { ErasePersonModal } from './erase-person-modal';
import { PlaceHoldModal } from './place-hold-modal';
import { readPrivateData } from './queries';

const PrivateFacts = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('privacy');
  const read = useMutation({ mutationFn: () => readPrivateData(personId), gcTime: 0 });
  if (read.error !== null) return <Failure error={read.error} />;
  if (read.data === undefined)
    return (
      <Button variant="default" loading={read.isPending} onClick={() => read.mutate()}>
        {t('person.show')}
      </Button>
    );
  const { maskedCpr, phone, email } = read.data;
  return (
    <Facts
      items={[
        { label: t('person.cpr'), value: maskedCpr ?? t('person.notKept') },
        { label: t('person.phone'), value: phone ?? t('person.notKept') },
        { label: t('person.email'), value: email ?? t('person.notKept') },
      ]}
    />
  );
};

/** A person's private data, shown when asked for, and what happens to all that is stored; for human resources. */
export const PersonPrivacy = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('privacy');
  const { role } = useHat();
  const [holding, hold] = useDisclosure(false);
  const [erasing, erase] = useDisclosure(false);
  if (role !== 'hr-manager') return null;
  return (
    <Section title={t('person.title')}>
      <PrivateFacts personId={personId} />
      <Group gap="xs" mt="md">
        <Button variant="default" onClick={hold.open}>
          {t('person.hold')}
        </Button>
        <Button variant="default" onClick={erase.open}>
          {t('person.erase')}
        </Button>
      </Group>
      {holding && <PlaceHoldModal about={{ personId }} onClose={hold.close} />}
      {erasing && <ErasePersonModal personId={personId} onClose={erase.close} />}
    </Section>
  );
};
