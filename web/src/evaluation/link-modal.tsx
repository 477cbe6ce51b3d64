import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../ui/form-modal';
import { Notice } from '../ui/notice';
import { GroundsFields, NO_GROUNDS, type Grounds } from './grounds-fields';
import { recordLink, type PanelBasis } from './queries';
import { useRecord } from './use-record';

type Props = { basis: PanelBasis; deliveryId: string; onClose: () => void };

/** Writes down on what the CPR numbers behind a panel are handed over: a decision of its own. */
export const LinkModal = ({ basis, deliveryId, onClose }: Props) => {
  const { t } = useTranslation('evaluation');
  const { deleteOn, recipient, ground } = basis;
  const form = useForm<Grounds>({ initialValues: { ...NO_GROUNDS, deleteOn, recipient, ground } });
  const { busy, error, send } = useRecord(form, (values) => recordLink({ ...values, deliveryId }), onClose);
  return (
    <FormModal
      opened
      title={t('link.record')}
      submitLabel={t('recordSubmit')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => send(values))}
    >
      <Notice tone="attention">{t('link.hint', { party: basis.partyName })}</Notice>
      <GroundsFields form={form} />
    </FormModal>
  );
};
