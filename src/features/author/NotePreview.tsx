import type { Language } from '#core/language.ts';
import type { NoteText } from '#core/pack/model.ts';
import { RichLine, RichText, type MediaUrl } from '#ui/RichText.tsx';

interface NotePreviewProps {
  readonly text: NoteText;
  readonly language: Language;
  readonly mediaUrl: MediaUrl;
}

/** A note with its claims, and what is true of them today. */
export function NotePreview({ text, language, mediaUrl }: NotePreviewProps) {
  const look = { lang: language, mediaUrl };
  return (
    <div className="preview-text" lang={language}>
      <h2>{text.title}</h2>
      {text.body.map((part, place) =>
        part.type === 'text' ? (
          // oxlint-disable-next-line react/no-array-index-key -- text has no name but its place
          <RichText reading key={`text-${place}`} document={part.blocks} {...look} />
        ) : (
          <div className="preview-claim" key={part.id}>
            <span className="preview-claim-id">{part.id}</span>
            <div>
              <p>
                <RichLine line={part.says} {...look} />
              </p>
              {part.today && <RichText document={part.today} {...look} />}
            </div>
          </div>
        ),
      )}
    </div>
  );
}
