/** JSON with the keys of every object in order and no spaces: equal data give equal text. @throws TypeError for what is no data */
export const canonicalJson = (data: unknown): string => {
  if (data === null || typeof data === 'string' || typeof data === 'boolean') return JSON.stringify(data);
  if (typeof data === 'number' && Number.isFinite(data)) return JSON.stringify(data);
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`;
  if (typeof data === 'object') {
    const fields = Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`).join(',')}}`;
  }
  throw new TypeError(`${typeof data} is no data`);
};
