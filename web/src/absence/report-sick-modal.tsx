import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { FormModal } from '../ui/form-modal';
import { notifyDone } from '../ui/notify';
import { today } from '../ui/today';
import { refreshPerson } from '../people/queries';
import { reportSpell } from './spell-queries';
import { degreeOf, SpellFields, type SpellValues } from './spell-fields';
import type { EmploymentView, PersonView } from '../people/views';

type Values = SpellValues & { employmentId: string };
type Props = { opened: boolean; person: PersonView; onClose: () => void };

const FIELDS = ['employmentId', 'kind', 'firstOn', 'lastOn'];

/** Today, own sickness, the running employment: the usual report is one press of a button. */
const usual = (person: PersonView): Values => ({
  employmentId: (person.employments.find(({ to }) => to === null) ?? person.employments[0])?.id ?? '',
  kind: 'own-sickness',
  firstOn: today(),
  lastOn: null,
  percent: 50,
});

/** Where the employment stands now, or stood last. */
const labelOf = ({ employeeNumber, terms }: EmploymentView): string => {
  const [newest] = terms;
  return newest === undefined ? employeeNumber : `${newest.unitName} (${employeeNumber})`;
};

const useReport = ({ person, onClose }: Props) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<Values>({ initialValues: usual(person) });
  const report = useMutation({
    mutationFn: (values: Values) => {
      const { employmentId, kind, firstOn, lastOn } = values;
      return reportSpell(person.id, { employmentId, kind, firstOn, lastOn, degree: degreeOf(values) });
    },
    onSuccess: async () => {
      onClose();
      form.reset();
      notifyDone(t('report.sickDone'));
      await refreshPerson(client);
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, report };
};

export const ReportSickModal = (props: Props) => {
  const { opened, person, onClose } = props;
  const { t } = useTranslation('people');
  const { form, report } = useReport(props);
  return (
    <FormModal
      opened={opened}
      title={t('report.sickTitle', { name: person.name })}
      submitLabel={t('report.sick')}
      busy={report.isPending}
      error={unshown(report.error, FIELDS)}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => report.mutate(values))}
    >
      {person.employments.length > 1 && (
        <Select
          label={t('report.employment')}
          data={person.employments.map((employment) => ({
            value: employment.id,
            label: labelOf(employment),
          }))}
          {...form.getInputProps('employmentId')}
        />
      )}
      <SpellFields form={form} />
    </FormModal>
  );
};
