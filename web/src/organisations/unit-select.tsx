import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from './queries';
import { unitChoices } from './unit-choices';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  /** What stands where no unit is chosen. */
  readonly none: string;
  readonly onChange: (unitId: string | undefined) => void;
  readonly readOnly?: boolean;
}

/** One of the units in reach, or none. */
export const UnitSelect = ({ value = '', none, onChange, ...select }: Props) => {
  const units = useQuery(unitsQuery);
  return (
    <Select
      {...select}
      searchable
      value={value}
      data={[{ value: '', label: none }, ...(units.data === undefined ? [] : unitChoices(units.data))]}
      onChange={(chosen) => onChange(chosen === null || chosen === '' ? undefined : chosen)}
    />
  );
};
