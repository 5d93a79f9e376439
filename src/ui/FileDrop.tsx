import { useRef, useState, type DragEvent } from 'react';
import { Button, type ButtonLook } from './Button.tsx';

interface FileDropProps {
  /** Its class; `-over` is added while a file hangs over it. */
  readonly name: string;
  readonly words: string;
  /** Said while a file hangs over it. */
  readonly over: string;
  readonly choose: string;
  readonly look?: ButtonLook;
  /** Kinds of files, as the browser's own dialog takes them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A file, dropped or chosen. */
export function FileDrop({ name, words, over, choose, look, accept, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      className={isOver ? `${name} ${name}-over` : name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        // Its words and its button lie within: a file that comes over them has not left.
        const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!isWithin) setOver(false);
      }}
      onDrop={drop}
    >
      <p>{isOver ? over : words}</p>
      <Button {...(look && { look })} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen once more after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
