import { useState, type DragEvent } from 'react';

export interface FileDrop {
  /** A file is held over the place. */
  readonly over: boolean;
  /** Goes on the element that takes the file. */
  readonly handlers: Readonly<Record<'onDragOver' | 'onDragLeave' | 'onDrop', (drag: DragEvent) => void>>;
}

/** A place that takes a dropped file, the first where there are several; other things that are dragged pass by. */
export function useFileDrop(onFile: (file: File) => void): FileDrop {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (drag) => {
        if (!drag.dataTransfer.types.includes('Files')) return;
        drag.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (drag) => {
        const file = drag.dataTransfer.files[0];
        setOver(false);
        if (!file) return;
        drag.preventDefault();
        onFile(file);
      },
    },
  };
}
