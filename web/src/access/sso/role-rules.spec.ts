import { readRules, writeRules } from './role-rules';

describe('rules of groups and roles', () => {
  it('are read as they are written', () => {
    const text = 'HR = hr-manager\nCN=Ledere,OU=Fjordby = line-manager';
    const read = readRules(`${text}\n\n`);
    expect(read).toEqual({
      rules: [
        { value: 'HR', role: 'hr-manager' },
        { value: 'CN=Ledere,OU=Fjordby', role: 'line-manager' },
      ],
    });
    expect('rules' in read && writeRules(read.rules)).toBe(text);
  });

  it.each(['HR', '= hr-manager', 'HR = chef', 'HR = retention-consultant'])('%s is none', (line) => {
    expect(readRules(line)).toEqual({ fault: line });
  });

  it('are none for nothing', () => {
    expect(readRules('')).toEqual({ rules: [] });
  });
});
