import { treeOf, type Listed } from './tree.js';

const unit = (id: string, parentId: string | null): Listed => ({ id, parentId, name: id, kind: 'team' });
const node = (id: string, ...children: unknown[]) => ({ id, name: id, kind: 'team', children });

describe('a tree of units', () => {
  it('hangs each unit below its parent, in the order of the list', () => {
    expect(treeOf([unit('vest', null), unit('øst', null), unit('nat', 'vest'), unit('dag', 'vest')])).toEqual(
      [node('vest', node('nat'), node('dag')), node('øst')],
    );
  });

  it('puts a unit whose parent is out of sight at the top', () => {
    expect(treeOf([unit('nat', 'vest'), unit('hold 1', 'nat')])).toEqual([node('nat', node('hold 1'))]);
  });
});
