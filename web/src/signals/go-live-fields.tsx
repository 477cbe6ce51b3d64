import { Anchor, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import { today } from '../ui/today';
import { useFormat } from '../ui/use-format';
import { NoticeProposal } from './notice-proposal';
import styles from './go-live-form.module.css';
import type { GoLiveValues } from './go-live-values';

type Props = { form: UseFormReturnType<GoLiveValues> };

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className={styles.group}>
    <legend>{title}</legend>
    {children}
  </fieldset>
);

export const ApprovalFields = ({ form }: Props) => {
  const { t } = useTranslation('signals');
  const past = { clearable: true, max: today() };
  return (
    <>
      <Group title={t('goLive.dpia')}>
        <p className="basis">
          {t('goLive.assessment')}{' '}
          <Anchor href="/api/go-live/impact-assessment.pdf" download inherit underline="always">
            {t('goLive.assessmentFile')}
          </Anchor>
        </p>
        <div className={styles.pair}>
          <TextInput label={t('goLive.fields.dpiaApprovedBy')} {...form.getInputProps('dpiaApprovedBy')} />
          <DayField
            label={t('goLive.fields.dpiaApprovedOn')}
            {...past}
            {...form.getInputProps('dpiaApprovedOn')}
          />
        </div>
      </Group>
      <Group title={t('goLive.council')}>
        <div className={styles.pair}>
          <DayField
            label={t('goLive.fields.worksCouncilOn')}
            {...past}
            {...form.getInputProps('worksCouncilOn')}
          />
          <TextInput
            label={t('goLive.fields.minutesReference')}
            {...form.getInputProps('minutesReference')}
          />
        </div>
      </Group>
    </>
  );
};

export const InformationFields = ({ form }: Props) => {
  const { t } = useTranslation('signals');
  return (
    <>
      <Group title={t('goLive.informed')}>
        <Textarea
          label={t('goLive.fields.informedText')}
          autosize
          minRows={3}
          maxRows={14}
          {...form.getInputProps('informedText')}
        />
        <NoticeProposal form={form} />
        <div className={styles.pair}>
          <DayField
            label={t('goLive.fields.informedOn')}
            clearable
            max={today()}
            {...form.getInputProps('informedOn')}
          />
          <NumberInput
            label={t('goLive.fields.noticeDays')}
            min={0}
            max={365}
            allowDecimal={false}
            {...form.getInputProps('noticeDays')}
          />
        </div>
      </Group>
      <Group title={t('goLive.stated')}>
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
      </Group>
    </>
  );
};

export const LiveField = ({ form, earliest }: Props & { earliest: string | null }) => {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const hint =
    earliest === null ? t('goLive.noticeHint') : t('goLive.earliest', { day: format.day(earliest) });
  return (
    <Group title={t('goLive.start')}>
      <div className={styles.pair}>
        <DayField
          label={t('goLive.fields.liveFrom')}
          description={hint}
          clearable
          {...form.getInputProps('liveFrom')}
        />
      </div>
    </Group>
  );
};
