const BOUNDARY = 'between-parts';

/** A small file of absences as a browser sends it. */
export const UPLOAD = {
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  payload: [
    `--${BOUNDARY}`,
    'content-disposition: form-data; name="kind"',
    '',
    'absences',
    `--${BOUNDARY}`,
    'content-disposition: form-data; name="file"; filename="fil.csv"',
    'content-type: text/csv',
    '',
    'Tjenestenr;Fraværskode;Fra;Til',
    '1;790;01-02-2026;04-02-2026',
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n'),
};
