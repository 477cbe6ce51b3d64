import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { OptionalTextField, TextField } from './fields.js';

class Wanted {
  @TextField({ most: 5 })
  name: string;

  @OptionalTextField({ least: 3, most: 5 })
  note?: string | null;
}

const tried = async (given: object): Promise<[Wanted, string[]]> => {
  const read = plainToInstance(Wanted, given);
  return [read, (await validate(read)).map(({ property }) => property)];
};

describe('a text that must say something', () => {
  it('is kept without the blanks around it, and counted so', async () => {
    expect(await tried({ name: '  Åse\n', note: '\tabcde ' })).toEqual([{ name: 'Åse', note: 'abcde' }, []]);
  });

  it.each(['', '   ', '\n\t', '\u00a0', '\u200b', '\u2060 \ufeff', 7, null, undefined, ['a'], {}])(
    'is not %j',
    async (name) => {
      expect((await tried({ name }))[1]).toEqual(['name']);
    },
  );

  it('has one fault where it is blank, named so', async () => {
    const [fault] = await validate(plainToInstance(Wanted, { name: '  ' }));
    expect(fault?.constraints).toEqual({ empty: 'name must say something' });
  });

  it.each([undefined, null])('may be left out where it may: %j', async (note) => {
    expect((await tried({ name: 'Åse', note }))[1]).toEqual([]);
  });

  it.each(['  ', ' ab ', 'abcdef'])('is refused where it is given and does not fit: %j', async (note) => {
    expect((await tried({ name: 'Åse', note }))[1]).toEqual(['note']);
  });
});
