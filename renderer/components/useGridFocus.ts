/**
 * Does the keyboard keep its place in the grid when rows change under it?
 *
 * A row that was asked for takes the focus once it is drawn. A row that had it and is gone hands it to the one now in its
 * place.
 */
import { useEffect, useRef, type RefObject } from 'react';
import { rowId } from './RecordRow.tsx';

export interface GridFocus {
  /** The row that stands where Tab stops is to have the focus. */
  readonly want: () => void;
}

export function useGridFocus(box: RefObject<HTMLElement | null>, stop: number): GridFocus {
  const wanted = useRef(false);
  const inside = useRef(false);
  useEffect(() => {
    const here = box.current;
    const entered = () => {
      inside.current = true;
    };
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node) inside.current = here?.contains(relatedTarget) === true;
    };
    here?.addEventListener('focusin', entered);
    here?.addEventListener('focusout', left);
    return () => {
      here?.removeEventListener('focusin', entered);
      here?.removeEventListener('focusout', left);
    };
  }, [box]);
  useEffect(() => {
    const lost = inside.current && document.activeElement === document.body;
    if (!wanted.current && !lost) return;
    const row = document.getElementById(rowId(stop));
    if (row === null || box.current?.contains(row) !== true) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  });
  return {
    want: () => {
      wanted.current = true;
    },
  };
}
