import { useWord } from '../ui/use-word';

/** What was done, in words; what was refused is written down under the permission that lacked. */
export const useActionWord = (): ((action: string) => string) => {
  const word = useWord();
  return (action) => {
    const done = word('audit', 'actions', action);
    return done === action ? word('roles', 'permissions', action) : done;
  };
};
