import { useMutation, useQueryClient } from '@tanstack/react-query';
import { importQuery, turnImport, type ImportTurn } from './import-queries';

/** Confirms, cancels or undoes an import, and shows at once where it stands then. */
export const useImportTurn = (id: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (turn: ImportTurn) => turnImport(id, turn),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: importQuery(id).queryKey });
      await Promise.all(
        ['imports', 'overview', 'units', 'unit'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
};
