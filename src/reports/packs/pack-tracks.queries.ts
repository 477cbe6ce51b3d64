import { rows, type Tx } from '../../platform/database/rows.js';
import type { Period } from '../../shared/period.js';
import type { PackTrack } from './domain/pack.js';

/** The tracks' figures of a period as they were last released, of all units together; none where they were not. */
export const tracksOf = (tx: Tx, partnershipId: string, { from, to }: Period): Promise<PackTrack[]> =>
  rows<PackTrack>(
    tx,
    `with latest as (
       select content from track_releases where partnership_id = $1 and period = daterange($2, $3, '[]')
       order by released_at desc, id desc limit 1)
     select track, f ->> 'measure' as measure, (f ->> 'value')::float8 as value, (f ->> 'low')::float8 as low,
       (f ->> 'high')::float8 as high, (f ->> 'of')::float8 as of, f ->> 'reason' as reason, f ->> 'bound' as bound
     from latest cross join unnest(array['prevention', 'employment', 'learning']) with ordinality as named (track, nth)
     cross join lateral jsonb_array_elements(content #> array['tracks', track]) with ordinality as given (f, place)
     where f ->> 'unitName' is null order by nth, place`,
    [partnershipId, from, to],
  );
