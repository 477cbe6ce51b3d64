import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../ui/notify';
import { Failure } from '../ui/states';
import { unshown, useFieldFaults } from '../ui/use-field-faults';
import { ApprovalFields, InformationFields, LiveField } from './go-live-fields';
import styles from './go-live-form.module.css';
import { recordOf, valuesOf, type GoLiveValues } from './go-live-values';
import { GO_LIVE_RECORDS, goLiveQuery, recordGoLive } from './queries';
import type { GoLiveView } from './views';

const useRecord = (goLive: GoLiveView) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const faults = useFieldFaults();
  const form = useForm<GoLiveValues>({ initialValues: valuesOf(goLive) });
  const record = useMutation({
    mutationFn: (values: GoLiveValues) => recordGoLive(recordOf(values)),
    onSuccess: async (view) => {
      client.setQueryData(goLiveQuery.queryKey, view);
      await client.invalidateQueries({ queryKey: GO_LIVE_RECORDS });
      notifyDone(t('saved'));
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  return { form, record };
};

/** May be kept half done; with a first day of signals it must be complete. */
export const GoLiveForm = ({ goLive }: { goLive: GoLiveView }) => {
  const { t } = useTranslation('signals');
  const { form, record } = useRecord(goLive);
  const mayRecord = goLive.abilities.includes('go-live.record');
  const error = unshown(record.error, Object.keys(form.values));
  return (
    <form onSubmit={form.onSubmit((values) => record.mutate(values))}>
      <fieldset disabled={!mayRecord} className={`${styles.group} ${styles.form}`}>
        {error !== null && <Failure error={error} />}
        <ApprovalFields form={form} />
        <InformationFields form={form} />
        <LiveField form={form} earliest={goLive.earliestLiveOn} />
        {mayRecord && (
          <div>
            <Button type="submit" loading={record.isPending}>
              {t('goLive.save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
};
