import { useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { arrivals } from '#state/arrivals.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** A file dropped anywhere on a place is looked at where packs are added. */
export function useDrop() {
  const navigate = useNavigate();
  const [isOver, setOver] = useState(false);
  const listeners = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      const isOut =
        !(event.relatedTarget instanceof Node) ||
        !event.currentTarget.contains(event.relatedTarget);
      if (isOut) setOver(false);
    },
    onDrop(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (!file) return;
      arrivals.setState({ file });
      void navigate('/packs/add');
    },
  };
  return { isOver, listeners };
}
