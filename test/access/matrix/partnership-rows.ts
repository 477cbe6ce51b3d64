import type { Row } from './reaches.js';

const SETTLERS = ['steering-member', 'payer'] as const;
const SIGNATORIES = ['steering-member', 'payer', 'investor'] as const;
const PARTNERS = ['steering-member', 'evaluator', 'payer', 'investor', 'observer'] as const;
const NEGOTIATORS = ['steering-member', 'evaluator', 'payer', 'investor'] as const;

/** What belongs to a partnership: its contract, money, reports and evaluation. */
export const PARTNERSHIP_ROWS: Readonly<Record<string, Row>> = {
  // Partnerships: aggregates, no individual by any path (definitions 5.3)
  'GET /api/partnerships': { itself: PARTNERS },
  'GET /api/partnerships/{id}': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/contract': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/contract/baseline': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/contract/versions': { partnership: SIGNATORIES },
  'GET /api/partnerships/{id}/contract/versions/{version}': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/contract/versions/{version}/changes': { partnership: PARTNERS },
  'PUT /api/partnerships/{id}/contract/versions/{version}': { partnership: SIGNATORIES },
  'DELETE /api/partnerships/{id}/contract/versions/{version}': { partnership: SIGNATORIES },
  'POST /api/partnerships/{id}/contract/versions/{version}/proposal': { partnership: SIGNATORIES },
  'DELETE /api/partnerships/{id}/contract/versions/{version}/proposal': { partnership: SIGNATORIES },
  'POST /api/partnerships/{id}/contract/versions/{version}/agreement': { partnership: SIGNATORIES },
  'GET /api/partnerships/{id}/capital': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/capital': { partnership: SIGNATORIES },
  'POST /api/partnerships/{id}/capital/{entryId}/reversal': { partnership: SIGNATORIES },
  'GET /api/partnerships/{id}/barriers': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/barriers': { partnership: ['steering-member', 'evaluator'] },
  'PUT /api/partnerships/{id}/barriers/{barrierId}': { partnership: ['steering-member', 'evaluator'] },
  'POST /api/partnerships/{id}/reports': { partnership: ['steering-member'] },
  'GET /api/partnerships/{id}/reports': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/reports/{reportId}': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/reports/{reportId}/document.pdf': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/reports/{reportId}/document.xlsx': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/reports/{reportId}/document.csv': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/reports/{reportId}/pack': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/reports/{reportId}/sign-offs': {
    partnership: ['steering-member', 'payer', 'investor'],
  },
  'GET /api/partnerships/{id}/pack-schedule': { partnership: PARTNERS },
  'PUT /api/partnerships/{id}/pack-schedule': { partnership: ['steering-member'] },

  // What was achieved and what is owed
  'GET /api/partnerships/{id}/effect': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/effect/plans': { partnership: ['steering-member', 'evaluator'] },
  'POST /api/partnerships/{id}/effect/estimates': { partnership: ['steering-member', 'evaluator'] },
  'GET /api/partnerships/{id}/settlements': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/settlements': { partnership: SETTLERS },
  'GET /api/partnerships/{id}/settlements/{settlementId}': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/settlements/{settlementId}/comment': { partnership: ['steering-member'] },
  'POST /api/partnerships/{id}/settlements/{settlementId}/approve': { partnership: SETTLERS },
  'POST /api/partnerships/{id}/settlements/{settlementId}/sign': { partnership: SETTLERS },
  'POST /api/partnerships/{id}/settlements/{settlementId}/send': { partnership: SETTLERS },
  'POST /api/partnerships/{id}/settlements/{settlementId}/withdraw': { partnership: SETTLERS },
  'GET /api/partnerships/{id}/settlements/{settlementId}/bundle.json': { partnership: ['evaluator'] },
  'GET /api/partnerships/{id}/tracks': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/tracks': { partnership: ['steering-member'] },

  // The evaluator's two exits: cells of groups, and what employers decide to hand over of persons
  'GET /api/partnerships/{id}/evaluator-cells': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/evaluator-cells': { partnership: ['steering-member', 'evaluator'] },
  'GET /api/partnerships/{id}/evaluator-cells/{cellsId}': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/evaluator-cells/{cellsId}/cells.csv': { partnership: PARTNERS },
  'GET /api/partnerships/{id}/evaluator-deliveries': { partnership: ['steering-member', 'evaluator'] },
  'GET /api/partnerships/{id}/evaluator-deliveries/{deliveryId}/file.csv.age': { partnership: ['evaluator'] },
  'POST /api/partnerships/{id}/evaluator-deliveries/{deliveryId}/attestation': { partnership: ['evaluator'] },

  // The contract lab: observers read what was tried
  'GET /api/partnerships/{id}/lab': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/lab': { partnership: NEGOTIATORS },
  'GET /api/partnerships/{id}/lab/trials': { partnership: PARTNERS },
  'POST /api/partnerships/{id}/lab/trials': { partnership: NEGOTIATORS },
  'GET /api/partnerships/{id}/lab/trials/{trialId}': { partnership: PARTNERS },
};
