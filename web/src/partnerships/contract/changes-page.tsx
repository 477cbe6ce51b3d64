import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { TextLink } from '../../ui/link';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { useWord } from '../../ui/use-word';
import { useKroner } from '../kroner';
import { PartnershipFrame } from '../partnership-frame';
import { changesQuery } from './queries';
import type { ContractChange } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/contract/$version/changes');

const MONEY = ['rate', 'costs', 'price', 'periodCap', 'contractCap', 'principal', 'returnCap'];
/** Where the words of a field's values stand. */
const LISTS: Readonly<Record<string, string>> = {
  role: 'parties.roles',
  sees: 'parties.sights',
  arm: 'units.arms',
  measure: 'indicators.measures',
  purse: 'indicators.purses',
  payersPurse: 'indicators.purses',
  contractUse: 'indicators.uses',
  evidence: 'payment.rules',
  counted: 'payment.counts',
  design: 'payment.designs',
  tracks: 'trackNames',
  choice: 'agreement.choices',
  settlementCut: 'agreement.cuts',
};

const useValue = () => {
  const { t } = useTranslation('contract');
  const word = useWord();
  const format = useFormat();
  const kroner = useKroner();
  return ({ section, field }: ContractChange, value: ContractChange['before']): string => {
    const name = field ?? section;
    if (value === null || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'payment.yes' : 'payment.no');
    if (typeof value === 'number') return MONEY.includes(name) ? kroner(value) : format.number(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value);
    const list = LISTS[name];
    if (list === undefined) return value;
    return value
      .split(', ')
      .map((one) => word('contract', list, one))
      .join(', ');
  };
};

const Changes = ({ changes }: { changes: ContractChange[] }) => {
  const { t } = useTranslation('contract');
  const word = useWord();
  const value = useValue();
  const where = ({ section, item, field }: ContractChange): string =>
    [
      word('contract', 'changes.sections', section),
      section === 'guardrails' && item !== null ? word('contract', 'guardrails.names', item) : item,
      field === null ? null : word('contract', 'changes.fields', field),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <DataTable
      caption={t('versions.changes')}
      rows={changes}
      rowKey={(change) => `${where(change)} ${change.kind}`}
      empty={<Empty title={t('changes.none')} />}
      columns={[
        { key: 'what', head: t('changes.what'), main: true, cell: where },
        {
          key: 'before',
          head: t('changes.before'),
          cell: (change) => (change.kind === 'removed' ? t('changes.removed') : value(change, change.before)),
        },
        {
          key: 'after',
          head: t('changes.after'),
          cell: (change) => (change.kind === 'added' ? t('changes.added') : value(change, change.after)),
        },
      ]}
    />
  );
};

export const ContractChangesPage = () => {
  const { t } = useTranslation('contract');
  const { partnershipId, version } = route.useParams();
  const { against = Number(version) - 1 } = route.useSearch();
  const changes = useQuery(changesQuery(partnershipId, Number(version), against));
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <Section
          title={t('changes.title', { version, against })}
          aside={
            <TextLink to="/partnerships/$partnershipId/contract" params={{ partnershipId }}>
              {t('changes.back')}
            </TextLink>
          }
          flush
        >
          <Answer query={changes}>{(found) => <Changes changes={found.changes} />}</Answer>
        </Section>
      )}
    </PartnershipFrame>
  );
};
