import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { hashOfVersion, type ContractContent } from '../../partnerships/index.js';
import type { LocalDate } from '../../shared/local-date.js';
import { canonicalJson } from '../../shared/canonical-json.js';
import { estimatesOf, type SavedPlan } from './domain/estimates.js';
import type { Estimates } from './domain/settling-of.js';
import { snapshotText, type Snapshot } from './domain/snapshot.js';
import { hashOf, statementOf, statementText, type SettlementStatement } from './statement.js';

/** Who took which step for which party. */
export interface BundleStep {
  readonly step: string;
  readonly hatId: string;
  /** The same for every hat of a person, in this settlement alone. */
  readonly person: string;
  readonly party: { readonly role: string; readonly name: string };
  readonly at: string;
  readonly note: string;
}

/** A settlement with all that it is made of. Signed as a whole: everything but the signature itself. */
export interface BundleContent {
  readonly format: 'naervaer-settlement-1';
  readonly codeVersion: string;
  readonly settlementId: string;
  readonly contract: {
    readonly version: number;
    readonly hash: string;
    readonly validFrom: LocalDate;
    readonly content: ContractContent;
  };
  readonly plans: readonly SavedPlan[];
  readonly snapshot: Snapshot;
  readonly estimates: Estimates;
  readonly statement: SettlementStatement;
  readonly statementHash: string;
  readonly steps: readonly BundleStep[];
  /** Ed25519, in PEM. */
  readonly publicKey: string;
}

export interface Bundle {
  readonly content: BundleContent;
  /** Ed25519 over the canonical text of the content, in hexadecimal digits. */
  readonly signature: string;
}

/** The bytes that are signed. */
export const signedText = (content: BundleContent): string => canonicalJson(content);

/** The bundle as a file: one form only, so that no byte of it can differ unnoticed. */
export const bundleText = (bundle: Bundle): string => `${canonicalJson(bundle)}\n`;

/** What of a bundle was recomputed, and whether it came out the same. */
export const CHECKS = [
  'form',
  'contract',
  'plans',
  'snapshot',
  'estimates',
  'statement',
  'four-eyes',
  'signature',
] as const;
export type Check = (typeof CHECKS)[number];

export interface CheckResult {
  readonly check: Check;
  readonly same: boolean;
  /** What differs, by name. */
  readonly differs: readonly string[];
}

const differing = (made: object, told: object): string[] => {
  const [left, right] = [Object.entries(made), new Map(Object.entries(told))];
  const names = new Set([...left.map(([name]) => name), ...right.keys()]);
  const of = new Map(left);
  return [...names].filter(
    (name) => canonicalJson(of.get(name) ?? null) !== canonicalJson(right.get(name) ?? null),
  );
};

const HEXADECIMAL = /^[0-9a-f]{128}$/;

const isSigned = ({ content, signature }: Bundle): boolean => {
  if (!HEXADECIMAL.test(signature)) return false;
  const key = publicKeyOf(content.publicKey);
  return (
    key?.asymmetricKeyType === 'ed25519' &&
    verify(null, Buffer.from(signedText(content)), key, Buffer.from(signature, 'hex'))
  );
};

const publicKeyOf = (pem: string): KeyObject | null => {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
};

const faultsOfHands = ({ steps }: BundleContent): string[] => {
  const of = (step: string) => steps.find((one) => one.step === step);
  const [approve, sign] = [of('approve'), of('sign')];
  if (!approve || !sign) return ['steps'];
  const partyOf = ({ party }: BundleStep): string => `${party.role} ${party.name}`;
  return [
    ...(approve.hatId === sign.hatId ? ['hatId'] : []),
    ...(approve.person === sign.person ? ['person'] : []),
    ...(partyOf(approve) === partyOf(sign) ? ['party'] : []),
  ];
};

const recomputed = (content: BundleContent): readonly (readonly [Check, readonly string[]])[] => {
  const { contract, plans, snapshot, statement } = content;
  const estimates = estimatesOf(content);
  const made = statementOf(
    { contract: contract.content, snapshot, plans, corrects: statement.corrects },
    estimates,
  );
  return [
    [
      'contract',
      [
        ...(hashOfVersion({ partnershipId: snapshot.partnershipId, ...contract }) === contract.hash
          ? []
          : ['content']),
        ...(canonicalJson(snapshot.contract) ===
        canonicalJson({ version: contract.version, hash: contract.hash })
          ? []
          : ['version']),
      ],
    ],
    [
      'plans',
      plans
        .filter(({ plan, hash }) => hashOf(canonicalJson(plan)) !== hash)
        .map(({ plan }) => plan.indicator),
    ],
    ['snapshot', hashOf(snapshotText(snapshot)) === statement.snapshotHash ? [] : ['snapshotHash']],
    ['estimates', differing(estimates, content.estimates)],
    [
      'statement',
      [
        ...differing(made, statement),
        ...(hashOf(statementText(statement)) === content.statementHash ? [] : ['statementHash']),
      ],
    ],
    ['four-eyes', faultsOfHands(content)],
  ];
};

/** Whether the file is in its one form and signed as it stands: what any changed byte breaks. */
export const sealFaults = (bundle: Bundle, text: string, ownKey: string | null = null): CheckResult[] => {
  const form = bundleText(bundle) === text ? [] : ['bytes'];
  const signature = [
    ...(isSigned(bundle) ? [] : ['signature']),
    ...(ownKey === null || ownKey.trim() === bundle.content.publicKey.trim() ? [] : ['publicKey']),
  ];
  return [resultOf('form', form), resultOf('signature', signature)];
};

const resultOf = (check: Check, differs: readonly string[]): CheckResult => ({
  check,
  same: differs.length === 0,
  differs,
});

/**
 * Computes everything in a bundle again: hashes, estimates, statement, signature. Needs nothing but the file.
 * @param text of the file, to see that it is in its one form
 * @param ownKey the public key that the operator has published, where the reader has it
 */
export const verifyBundle = (bundle: Bundle, text: string, ownKey: string | null = null): CheckResult[] => [
  ...sealFaults(bundle, text, ownKey),
  ...recomputed(bundle.content).map(([check, differs]) => resultOf(check, differs)),
];
