import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { fieldFaults, unshown } from '../ui/field-faults';
import { notifyDone } from '../ui/notify';
import { Failure } from '../ui/states';
import styles from './go-live-form.module.css';
import { goLiveQuery, recordGoLive, type GoLiveRecord } from './queries';
import type { GoLiveView } from './views';

type Form = UseFormReturnType<GoLiveRecord>;

const recordOf = (view: GoLiveView): GoLiveRecord => ({
  dpiaApprovedBy: view.dpiaApprovedBy ?? '',
  dpiaApprovedOn: view.dpiaApprovedOn,
  worksCouncilOn: view.worksCouncilOn,
  minutesReference: view.minutesReference ?? '',
  informedText: view.informedText ?? '',
  informedOn: view.informedOn,
  noticeDays: view.noticeDays,
  recipients: view.recipients ?? '',
  retention: view.retention ?? '',
});

const Approvals = ({ form }: { form: Form }) => {
  const { t } = useTranslation('signals');
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('goLive.dpia')}</legend>
        <div className={styles.pair}>
          <TextInput label={t('goLive.fields.dpiaApprovedBy')} {...form.getInputProps('dpiaApprovedBy')} />
          <DayField
            label={t('goLive.fields.dpiaApprovedOn')}
            clearable
            {...form.getInputProps('dpiaApprovedOn')}
          />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('goLive.council')}</legend>
        <div className={styles.pair}>
          <DayField
            label={t('goLive.fields.worksCouncilOn')}
            clearable
            {...form.getInputProps('worksCouncilOn')}
          />
          <TextInput
            label={t('goLive.fields.minutesReference')}
            {...form.getInputProps('minutesReference')}
          />
        </div>
      </fieldset>
    </>
  );
};

const Information = ({ form }: { form: Form }) => {
  const { t } = useTranslation('signals');
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('goLive.informed')}</legend>
        <Textarea
          label={t('goLive.fields.informedText')}
          autosize
          minRows={3}
          {...form.getInputProps('informedText')}
        />
        <div className={styles.pair}>
          <DayField label={t('goLive.fields.informedOn')} clearable {...form.getInputProps('informedOn')} />
          <NumberInput
            label={t('goLive.fields.noticeDays')}
            description={t('goLive.noticeHint')}
            min={0}
            max={365}
            allowDecimal={false}
            {...form.getInputProps('noticeDays')}
          />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('goLive.stated')}</legend>
        <Textarea
          label={t('goLive.fields.recipients')}
          autosize
          minRows={2}
          {...form.getInputProps('recipients')}
        />
        <Textarea
          label={t('goLive.fields.retention')}
          autosize
          minRows={2}
          {...form.getInputProps('retention')}
        />
      </fieldset>
    </>
  );
};

export const GoLiveForm = ({ goLive }: { goLive: GoLiveView }) => {
  const { t } = useTranslation(['signals', 'app']);
  const client = useQueryClient();
  const form = useForm<GoLiveRecord>({ initialValues: recordOf(goLive) });
  const record = useMutation({
    mutationFn: recordGoLive,
    onSuccess: (view) => {
      client.setQueryData(goLiveQuery.queryKey, view);
      notifyDone(t('app:saved'));
    },
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  const mayRecord = goLive.abilities.includes('go-live.record');
  const error = unshown(record.error, Object.keys(form.values));
  return (
    <form onSubmit={form.onSubmit((values) => record.mutate(values))}>
      <fieldset disabled={!mayRecord} className={`${styles.group} ${styles.form}`}>
        {error !== null && <Failure error={error} />}
        <Approvals form={form} />
        <Information form={form} />
        {mayRecord && (
          <div>
            <Button type="submit" loading={record.isPending}>
              {t('signals:goLive.save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
};
