/** One page of a list, as every list of the API answers. */
export type Page<Item> = { items: Item[]; page: number; pageSize: number; total: number };
