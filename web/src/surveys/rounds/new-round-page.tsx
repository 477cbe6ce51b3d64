import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asLanguage } from '../../app/i18n';
import { unitsQuery } from '../../organisations/queries';
import { DayField } from '../../ui/day-field';
import { TextLink } from '../../ui/link';
import { notifyDone } from '../../ui/notify';
import { PageHeader } from '../../ui/page-header';
import { Columns, Section, Stack } from '../../ui/section';
import { Failure } from '../../ui/states';
import { today } from '../../ui/today';
import { unshown, useFieldFaults } from '../../ui/use-field-faults';
import { GroupsPreview } from './preview';
import { choicesQuery, makeRound, packsQuery, refreshRounds, type Channel, type NewRound } from './queries';

const KINDS = ['once', 'pulse', 'newcomers', 'apv'] as const;
const CHANNELS = ['mail', 'sms', 'letter', 'kiosk'] as const;

const daysOn = (day: string, days: number): string => {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

const numberOf = (value: number | string): number | null => (typeof value === 'number' ? value : null);

type UnitNode = { id: string; name: string; children: readonly UnitNode[] };

/** Every unit of a tree, named by its way from the top. */
const unitsIn = ({ id, name, children }: UnitNode, above: string): { value: string; label: string }[] => {
  const label = above === '' ? name : `${above} / ${name}`;
  return [{ value: id, label }, ...children.flatMap((child) => unitsIn(child, label))];
};

const useRoundForm = () => {
  const { t } = useTranslation();
  const wanted = (text: string): string | null => (text.trim() === '' ? t('required') : null);
  return useForm<NewRound>({
    initialValues: {
      instrumentId: '',
      title: { da: '', en: '' },
      kind: 'once',
      unitIds: [],
      jobGroups: [],
      tenureFrom: null,
      tenureTo: null,
      minimum: 5,
      everyWeeks: null,
      opensOn: today(),
      closesOn: daysOn(today(), 14),
      channels: ['mail', 'letter'],
    },
    validate: { instrumentId: wanted, title: { da: wanted, en: wanted } },
  });
};
type Form = ReturnType<typeof useRoundForm>;

const What = ({ form }: { form: Form }) => {
  const { t, i18n } = useTranslation('rounds');
  const language = asLanguage(i18n.language);
  const { data } = useQuery(packsQuery);
  const take = (packId: string | null): void => {
    const pack = data?.packs.find(({ id }) => id === packId);
    if (!pack) return;
    form.setValues({
      instrumentId: pack.instrumentId,
      title: { ...pack.name },
      kind: pack.kind,
      everyWeeks: pack.everyWeeks,
      tenureTo: pack.kind === 'newcomers' ? 6 : null,
      closesOn: daysOn(form.values.opensOn, pack.openDays),
    });
  };
  return (
    <Section title={t('make.what')}>
      <Stack>
        <Select
          label={t('make.pack')}
          data={(data?.packs ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={take}
          allowDeselect={false}
        />
        <Select
          label={t('make.instrument')}
          required
          searchable
          data={(data?.items ?? [])
            .filter(({ usable }) => usable)
            .map(({ id, name }) => ({ value: id, label: name[language] }))}
          {...form.getInputProps('instrumentId')}
        />
        <TextInput label={t('make.danish')} required maxLength={120} {...form.getInputProps('title.da')} />
        <TextInput label={t('make.english')} required maxLength={120} {...form.getInputProps('title.en')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('make.kind')}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          {form.values.kind === 'pulse' && (
            <NumberInput
              label={t('make.everyWeeks')}
              min={1}
              max={104}
              value={form.values.everyWeeks ?? ''}
              onChange={(value) => form.setFieldValue('everyWeeks', numberOf(value))}
              error={form.errors.everyWeeks}
            />
          )}
        </SimpleGrid>
      </Stack>
    </Section>
  );
};

const Who = ({ form }: { form: Form }) => {
  const { t } = useTranslation('rounds');
  const { data: units } = useQuery(unitsQuery);
  const { data: choices } = useQuery(choicesQuery);
  return (
    <Section title={t('make.who')}>
      <Stack>
        <MultiSelect
          label={t('make.units')}
          description={t('make.unitsHint')}
          searchable
          clearable
          data={(units?.employers ?? []).flatMap(({ units: tops }) =>
            tops.flatMap((top) => unitsIn(top, '')),
          )}
          {...form.getInputProps('unitIds')}
        />
        <MultiSelect
          label={t('make.jobGroups')}
          description={t('make.jobGroupsHint')}
          searchable
          clearable
          data={choices?.jobGroups ?? []}
          {...form.getInputProps('jobGroups')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('make.tenureFrom')}
            min={0}
            value={form.values.tenureFrom ?? ''}
            onChange={(value) => form.setFieldValue('tenureFrom', numberOf(value))}
            error={form.errors.tenureFrom}
          />
          <NumberInput
            label={t('make.tenureTo')}
            min={1}
            value={form.values.tenureTo ?? ''}
            onChange={(value) => form.setFieldValue('tenureTo', numberOf(value))}
            error={form.errors.tenureTo}
          />
        </SimpleGrid>
        <NumberInput
          label={t('make.minimum')}
          description={t('make.minimumHint')}
          min={5}
          max={100}
          clampBehavior="strict"
          value={form.values.minimum}
          onChange={(value) => form.setFieldValue('minimum', numberOf(value) ?? 5)}
        />
      </Stack>
    </Section>
  );
};

const When = ({ form }: { form: Form }) => {
  const { t } = useTranslation('rounds');
  const { data: choices } = useQuery(choicesQuery);
  const hintOf = (channel: Channel): string | undefined => {
    if (!choices) return undefined;
    const { employed, withMail, withPhone } = choices;
    if (channel === 'mail') return t('make.withMail', { count: withMail, employed });
    if (channel === 'letter') return t('make.letterHint');
    if (channel !== 'sms') return undefined;
    return choices.canText ? t('make.withPhone', { count: withPhone, employed }) : t('make.noGateway');
  };
  return (
    <Section title={t('make.when')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DayField
            label={t('make.opensOn')}
            required
            min={today()}
            value={form.values.opensOn}
            onChange={(day) => form.setFieldValue('opensOn', day ?? today())}
            error={form.errors.opensOn}
          />
          <DayField
            label={t('make.closesOn')}
            required
            min={form.values.opensOn}
            value={form.values.closesOn}
            onChange={(day) => form.setFieldValue('closesOn', day ?? form.values.opensOn)}
            error={form.errors.closesOn}
          />
        </SimpleGrid>
        <Checkbox.Group label={t('make.channels')} {...form.getInputProps('channels')}>
          <Stack>
            {CHANNELS.map((channel) => (
              <Checkbox
                key={channel}
                value={channel}
                label={t(`channels.${channel}`)}
                description={hintOf(channel)}
                disabled={channel === 'sms' && choices?.canText === false}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </Section>
  );
};

/** Makes a round: what, who, when; with the groups that it would have beside it. */
export const NewRoundPage = () => {
  const { t } = useTranslation('rounds');
  const client = useQueryClient();
  const navigate = useNavigate();
  const faults = useFieldFaults();
  const form = useRoundForm();
  const { kind, unitIds, jobGroups, tenureFrom = null, tenureTo = null, minimum } = form.values;
  const [population] = useDebouncedValue({ kind, unitIds, jobGroups, tenureFrom, tenureTo, minimum }, 300);
  const make = useMutation({
    mutationFn: (round: NewRound) =>
      makeRound({ ...round, everyWeeks: round.kind === 'pulse' ? (round.everyWeeks ?? null) : null }),
    onSuccess: async ({ id }) => {
      notifyDone(t('make.made'));
      await refreshRounds(client);
      await navigate({ to: '/surveys/$roundId', params: { roundId: id } });
    },
    onError: (error) => form.setErrors(faults(error)),
  });
  const failure = unshown(make.error, Object.keys(form.values));
  return (
    <>
      <PageHeader
        title={t('make.title')}
        path={[
          <TextLink key="rounds" to="/surveys">
            {t('title')}
          </TextLink>,
        ]}
        meta={t('make.intro')}
      />
      <form onSubmit={form.onSubmit((round) => make.mutate(round))} noValidate>
        <Columns even>
          <Stack>
            <What form={form} />
            <Who form={form} />
            <When form={form} />
            {failure !== null && <Failure error={failure} />}
            <Group>
              <Button type="submit" loading={make.isPending}>
                {form.values.opensOn === today() ? t('make.submitNow') : t('make.submit')}
              </Button>
            </Group>
          </Stack>
          <Section title={t('make.preview')}>
            <GroupsPreview population={population} />
          </Section>
        </Columns>
      </form>
    </>
  );
};
