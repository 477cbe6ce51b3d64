import { useTranslation } from 'react-i18next';
import { Day, Period } from '../../ui/day';
import { DataTable } from '../../ui/data-table';
import { Facts } from '../../ui/facts';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import styles from './contract.module.css';
import { PaymentSection, WaterfallSection } from './payment-sections';
import type { Contract, ContractContent, ContractVersion, Signature } from './views';

const Hash = ({ of }: { of: string }) => <code className={styles.hash}>{of.slice(0, 16)}</code>;

const Signed = ({ by }: { by: Signature | null }) => {
  const format = useFormat();
  if (by === null) return <>–</>;
  return (
    <>
      {by.name}, {by.party} <span className={styles.dim}>{format.moment(by.at)}</span>
    </>
  );
};

export const AgreementSection = ({ version }: { version: ContractVersion }) => {
  const { t } = useTranslation('contract');
  const { content } = version;
  return (
    <Section title={t('agreement.title')} aside={t('version', { version: version.version })}>
      <Facts
        items={[
          { label: t('agreement.period'), value: <Period {...content.period} /> },
          { label: t('agreement.validFrom'), value: <Day on={version.validFrom} /> },
          {
            label: t('agreement.tracks'),
            value: content.tracks.map((track) => t(`trackNames.${track}`)).join(', '),
          },
          { label: t('agreement.choice'), value: t(`agreement.choices.${content.choice}`) },
          { label: t('agreement.cut'), value: t(`agreement.cuts.${content.settlementCut}`) },
          { label: t('agreement.dispute'), value: t('agreement.days', { count: content.disputeDays }) },
          { label: t('agreement.rounding'), value: t('agreement.roundingText') },
          ...(version.reason === '' ? [] : [{ label: t('agreement.reason'), value: version.reason }]),
          { label: t('agreement.proposed'), value: <Signed by={version.proposed} /> },
          { label: t('agreement.agreed'), value: <Signed by={version.agreed} /> },
          { label: t('agreement.hash'), value: <Hash of={version.hash} /> },
        ]}
      />
    </Section>
  );
};

export const PartiesSection = ({
  content,
  members,
}: {
  content: ContractContent;
  members: Contract['members'];
}) => {
  const { t } = useTranslation('contract');
  const names = (id: string): string =>
    members.find((member) => member.partyId === id)?.names.join(', ') || t('parties.nobody');
  return (
    <Section title={t('parties.title')} aside={t('parties.everybody')} flush>
      <DataTable
        caption={t('parties.title')}
        rows={content.parties}
        rowKey={({ id }) => id}
        empty={<Empty title={t('faults.none')} />}
        columns={[
          { key: 'name', head: t('parties.name'), main: true, cell: ({ name }) => name },
          { key: 'role', head: t('parties.role'), cell: ({ role }) => t(`parties.roles.${role}`) },
          {
            key: 'sees',
            head: t('parties.sees'),
            cell: ({ sees }) => sees.map((sight) => t(`parties.sights.${sight}`)).join(', ') || '–',
          },
          { key: 'members', head: t('parties.members'), cell: ({ id }) => names(id) },
        ]}
      />
    </Section>
  );
};

export const UnitsSection = ({ version }: { version: ContractVersion }) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { units } = version.content;
  const treated = units.filter((unit) => unit.arm === 'in').length;
  return (
    <Section
      title={t('units.title')}
      aside={
        version.smallestP === null
          ? t('units.counts', { treated, comparison: '–' })
          : `${t('units.counts', { treated, comparison: units.length - treated })} · ${t('units.smallestP', { p: format.number(version.smallestP, version.smallestP < 0.001 ? 6 : 3) })}`
      }
      flush
    >
      <DataTable
        caption={t('units.title')}
        rows={units}
        rowKey={({ unitId }) => unitId}
        empty={<Empty title={t('units.none')} />}
        columns={[
          { key: 'name', head: t('units.name'), main: true, cell: ({ name }) => name },
          { key: 'employer', head: t('units.employer'), cell: ({ employerName }) => employerName },
          { key: 'arm', head: t('units.arm'), cell: ({ arm }) => t(`units.arms.${arm}`) },
          { key: 'from', head: t('units.from'), cell: ({ from }) => <Day on={from} /> },
        ]}
      />
    </Section>
  );
};

export const IndicatorsSection = ({ content }: { content: ContractContent }) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const target = (id: string): string => {
    const found = content.targets.find(({ indicatorId }) => indicatorId === id);
    return found ? format.percent(Number(found.reduction), 1) : '–';
  };
  return (
    <Section title={t('indicators.title')} flush>
      <DataTable
        caption={t('indicators.title')}
        rows={content.indicators}
        rowKey={({ id }) => id}
        empty={<Empty title={t('indicators.none')} />}
        columns={[
          {
            key: 'measure',
            head: t('indicators.measure'),
            main: true,
            cell: ({ measure }) => t(`indicators.measures.${measure}`),
          },
          {
            key: 'definition',
            head: t('indicators.definition'),
            cell: ({ measure, definitionVersion }) => (
              <>
                {t(`indicators.definitions.${measure}`)}{' '}
                <span className={styles.dim}>({definitionVersion})</span>
              </>
            ),
          },
          { key: 'purse', head: t('indicators.purse'), cell: ({ purse }) => t(`indicators.purses.${purse}`) },
          {
            key: 'use',
            head: t('indicators.use'),
            cell: ({ contractUse }) => t(`indicators.uses.${contractUse}`),
          },
          { key: 'target', head: t('indicators.target'), number: true, cell: ({ id }) => target(id) },
        ]}
      />
    </Section>
  );
};

/** As many as were agreed: 0.18 is not 0.180. */
const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

export const GuardrailsSection = ({ content }: { content: ContractContent }) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  return (
    <Section title={t('guardrails.title')} aside={t('guardrails.hint')} flush>
      <DataTable
        caption={t('guardrails.title')}
        rows={content.guardrails}
        rowKey={({ name }) => name}
        empty={<Empty title={t('guardrails.none')} />}
        columns={[
          {
            key: 'name',
            head: t('guardrails.name'),
            main: true,
            cell: ({ name }) => t(`guardrails.names.${name}`),
          },
          {
            key: 'limit',
            head: t('guardrails.limit'),
            number: true,
            cell: ({ name, side, limit }) =>
              `${t(`guardrails.side.${side}`)} ${name === 'completeness' ? format.percent(Number(limit), 0) : format.number(Number(limit), decimalsOf(limit))}`,
          },
        ]}
      />
    </Section>
  );
};

export const ShocksSection = ({ content }: { content: ContractContent }) => {
  const { t } = useTranslation('contract');
  const where = (ids: readonly string[] | null | undefined): string =>
    ids
      ? content.units
          .filter((unit) => ids.includes(unit.unitId))
          .map((unit) => unit.name)
          .join(', ') || '–'
      : t('shocks.everywhere');
  return (
    <Section title={t('shocks.title')} flush>
      <DataTable
        caption={t('shocks.title')}
        rows={content.shocks}
        rowKey={({ name, from }) => `${name} ${from}`}
        empty={<Empty title={t('shocks.none')}>{t('shocks.hint')}</Empty>}
        columns={[
          { key: 'name', head: t('shocks.name'), main: true, cell: ({ name }) => name },
          { key: 'kind', head: t('shocks.kind'), cell: ({ kind }) => t(`shocks.kinds.${kind}`) },
          { key: 'when', head: t('shocks.when'), cell: ({ from, to }) => <Period from={from} to={to} /> },
          { key: 'where', head: t('shocks.where'), cell: ({ unitIds }) => where(unitIds) },
        ]}
      />
    </Section>
  );
};

/** All that a version says, as far as the reader sees it. */
export const ContractSections = ({
  version,
  members,
}: {
  version: ContractVersion;
  members: Contract['members'];
}) => (
  <>
    <AgreementSection version={version} />
    <PartiesSection content={version.content} members={members} />
    <IndicatorsSection content={version.content} />
    <PaymentSection content={version.content} />
    <GuardrailsSection content={version.content} />
    <WaterfallSection content={version.content} />
    <UnitsSection version={version} />
    <ShocksSection content={version.content} />
  </>
);
