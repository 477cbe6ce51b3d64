import type { Texts } from '../da';

export const contractEnd: Texts['contractEnd'] = {
  title: 'The end of the contract',
  open: 'The end of the contract',
  intro: 'Two people decide, everything is handed over, then everything is erased, with a signed statement.',
  decision: {
    title: '1. Decide',
    none: 'No end has been decided.',
    endsOn: 'Last day',
    endsOnHint: 'Choose the day to go on. From the day after, the operator may erase everything.',
    ask: 'Ask for the end',
    askTitle: 'End on {{day}}?',
    askHint:
      'Nothing is erased now. Another administrator or HR has to confirm, and until then it can be taken back.',
    state: 'State',
    waits: 'Waits for a second person',
    decided: 'Decided',
    askedBy: 'Asked for by',
    confirmedBy: 'Confirmed by',
    another: 'Somebody other than the one who asked has to confirm.',
    confirm: 'Confirm the end',
    confirmTitle: 'Confirm that everything is erased?',
    confirmHint:
      'After the last day the operator may erase everything of the employer and its employees. Once done it cannot be undone.',
    takeBack: 'Take back',
  },
  handOver: {
    title: '2. Have everything handed over',
    first: 'Everything can be downloaded once two people have decided the end.',
    byHr: 'HR can download everything. An administrator reads no employee’s data, and so not all of it at once.',
    hint: 'Each table as CSV and the payroll files still kept, in a ZIP. Notes and numbers are opened: whoever has the file can read everything. The download is audited.',
    download: 'Download everything as ZIP',
  },
  erase: {
    title: '3. Erase, and get a statement',
    hint: 'The operator erases after the last day: the keys first, then files, users and every row. After that nobody signs in here, and you get a signed statement of what was erased and from when no copy can be read.',
    held: 'Legal holds stand',
    heldHint:
      'The operator erases only when the holds are lifted, or you have said that you have and keep what they are about.',
    keys: 'Copies of the keys are kept for',
    database: 'Copies of the database are kept for',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    unreadable: 'No copy can be read from',
    notDecided: 'When a last day is decided',
    publicKey: 'Key to check the statement with',
    check:
      'Keep the key now. The signature is Ed25519 over the field statement as JSON.stringify writes it. If it fits the key, the statement was written here and has not been changed.',
  },
};
