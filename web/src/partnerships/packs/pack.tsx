import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../ui/notify';
import { Section } from '../../ui/section';
import { Answer, Failure } from '../../ui/states';
import styles from './pack.module.css';
import { PackTable } from './pack-table';
import { packQuery, signPack, type Pack as SteeringPackView } from './queries';

type Props = { partnershipId: string; reportId: string };

const SignOff = ({ partnershipId, reportId }: Props) => {
  const { t } = useTranslation('partnerships');
  const client = useQueryClient();
  const sign = useMutation({
    mutationFn: () => signPack(partnershipId, reportId),
    onSuccess: async () => {
      notifyDone(t('packs.signed'));
      await client.invalidateQueries({ queryKey: ['partnership', partnershipId, 'pack', reportId] });
    },
  });
  return (
    <div className="no-print">
      {sign.error !== null && <Failure error={sign.error} />}
      <Button size="compact-sm" variant="default" loading={sign.isPending} onClick={() => sign.mutate()}>
        {t('packs.sign')}
      </Button>
      <p className={styles.quiet}>{t('packs.signHint')}</p>
    </div>
  );
};

const InShort = ({ pack, ...of }: Props & { pack: SteeringPackView }) => (
  <Section title={pack.heading}>
    <ul className={styles.summary}>
      {pack.summary.map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
    {pack.maySign && <SignOff {...of} />}
  </Section>
);

const usePack = ({ partnershipId, reportId }: Props) => {
  const { i18n } = useTranslation();
  return useQuery(packQuery(partnershipId, reportId, i18n.language === 'en' ? 'en' : 'da'));
};

/** The one page that everybody reads: how it goes, in a few sentences. */
export const PackInShort = (of: Props) => (
  <Answer query={usePack(of)} lines={6}>
    {(pack) => <InShort pack={pack} {...of} />}
  </Answer>
);

/** The rest of what a pack says beside its figures. */
export const PackTables = (of: Props) => {
  const pack = usePack(of);
  return pack.data?.tables.map((table) => <PackTable key={table.key} table={table} />);
};
