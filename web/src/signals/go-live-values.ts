import type { GoLiveRecord, GoLiveView } from './views';

/** The record as a form holds it: an empty text where nothing is recorded. */
export type GoLiveValues = {
  dpiaApprovedBy: string;
  dpiaApprovedOn: string | null;
  worksCouncilOn: string | null;
  minutesReference: string;
  informedText: string;
  informedOn: string | null;
  noticeDays: number;
  recipients: string;
  retention: string;
  liveFrom: string | null;
};

export const valuesOf = (view: GoLiveView): GoLiveValues => ({
  dpiaApprovedBy: view.dpiaApprovedBy ?? '',
  dpiaApprovedOn: view.dpiaApprovedOn,
  worksCouncilOn: view.worksCouncilOn,
  minutesReference: view.minutesReference ?? '',
  informedText: view.informedText ?? '',
  informedOn: view.informedOn,
  noticeDays: view.noticeDays,
  recipients: view.recipients ?? '',
  retention: view.retention ?? '',
  liveFrom: view.liveFrom,
});

const told = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The record as it is sent: what is empty is not recorded. */
export const recordOf = (values: GoLiveValues): GoLiveRecord => ({
  ...values,
  dpiaApprovedBy: told(values.dpiaApprovedBy),
  minutesReference: told(values.minutesReference),
  informedText: told(values.informedText),
  recipients: told(values.recipients),
  retention: told(values.retention),
});
