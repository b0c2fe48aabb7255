/**
 * Which form is open in this place, and where does the focus go when it closes? Back to the button that opened it.
 */
import { useState } from 'react';
import { flushSync } from 'react-dom';

export interface Opening {
  readonly open: string | undefined;
  /** What makes a button open the form of that name. */
  readonly opener: (name: string) => { readonly type: 'button'; readonly id: string; readonly onClick: () => void };
  readonly close: () => void;
}

export function useOpening(place: string): Opening {
  const [open, setOpen] = useState<string>();
  const idOf = (name: string): string => `open-${name}-${place.replaceAll(' ', '-')}`;
  return {
    open,
    opener: (name) => ({ type: 'button', id: idOf(name), onClick: () => setOpen(name) }),
    close: () => {
      flushSync(() => setOpen(undefined));
      if (open !== undefined) document.getElementById(idOf(open))?.focus();
    },
  };
}
