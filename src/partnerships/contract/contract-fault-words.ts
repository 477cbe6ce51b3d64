/** What stands against a contract, in plain words; the web says it in the reader's language by the same codes. */
const WORDS: Readonly<Record<string, string>> = {
  empty: 'This is empty.',
  none: 'There is none.',
  'none-in': 'No workplace takes part.',
  twice: 'This is there twice.',
  'fewer-than-two': 'A contract has two parties or more.',
  'not-first-of-month': 'This is not the first of a month.',
  'not-last-of-month': 'This is not the last of a month.',
  'not-after-from': 'It ends before it begins.',
  'before-from': 'It ends before it begins.',
  'not-24-months': 'The baseline is 24 months.',
  'not-right-before': 'The baseline is the months right before the first day.',
  'outside-period': 'This is outside the period of the contract.',
  'unknown-indicator': 'There is no such indicator.',
  'unknown-unit': 'This workplace is not in the contract.',
  'no-paying-indicator': 'Payment by effect names an indicator that is for payment.',
  'other-purse-than-indicator': 'The term and its indicator name different purses.',
  'not-the-payers-purse': "Only a saving in the payer's own purse can be shared.",
  'saves-only-the-employer': 'The first 30 days of a spell are paid by the employer, and by nobody else.',
  'refund-not-stated':
    'A saving of the benefit municipality names the benefit and the weeks it is refunded by.',
  'not-net-of-refund': "The rate is not what is left after the state's refund.",
  'not-a-part': 'This is a part between 0 and 1.',
  'not-valid': 'This cannot be settled by.',
  'wanted-by-shrunk': 'The shrunk rule wants the spread of true effects.',
  'too-few-treated':
    'With fewer than four workplaces an effect cannot carry payment: agree on delivery or a count.',
  'p-out-of-reach':
    'With these workplaces even a perfect effect could not be told from chance at the agreed level: agree on delivery or a count.',
  'not-first-day': 'The first version holds from the first day of the contract.',
  'not-after-version-before': 'An addendum holds from a later day than the version before.',
  'in-the-past': 'An addendum looks ahead: periods that are over keep their terms.',
  'within-a-period': 'An addendum begins with a settlement period.',
  'begun-already': 'The first day stands: the contract has begun.',
  'before-addendum': 'A workplace joins no sooner than the addendum that takes it in.',
  'joined-already': 'This workplace joined on another day.',
  'known-under-another-id': 'A party of this role and name is known already.',
};

export const wordOfFault = (code: string): string => WORDS[code] ?? 'This cannot be agreed on.';
