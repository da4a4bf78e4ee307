import type { ComponentChildren } from 'preact';

function inline(text: string): ComponentChildren[] {
  return text.split(/(\*\*.+?\*\*|\[[^\]]+\]\(\/[^)\s]*\))/).map((part, index) => {
    const bold = /^\*\*(.+)\*\*$/.exec(part);
    if (bold) return <strong key={index}>{bold[1]}</strong>;
    // To pages of ours only: what a value says must lead nobody elsewhere.
    const link = /^\[([^\]]+)\]\((\/(?!\/)[^)\s]*)\)$/.exec(part);
    return link ? (
      <a key={index} href={link[2]}>
        {link[1]}
      </a>
    ) : (
      part
    );
  });
}

/** The little Markdown that texts of forms use: headings, lists, paragraphs, bold, links to our own pages. Never HTML. */
export function FormText({ text }: { text: string }) {
  const blocks = text.trim().split(/\n\s*\n|\n(?=#)|(?<=^#.*)\n/m);
  return (
    <div class="form-text">
      {blocks.map((block, index) => {
        const heading = /^#+\s+(.*)$/.exec(block);
        if (heading) return <h3 key={index}>{inline(heading[1] ?? '')}</h3>;
        const lines = block.split('\n');
        if (lines.every((line) => /^\s*[-*]\s+/.test(line))) {
          return (
            <ul key={index}>
              {lines.map((line, row) => (
                <li key={row}>{inline(line.replace(/^\s*[-*]\s+/, ''))}</li>
              ))}
            </ul>
          );
        }
        return (
          <p key={index}>
            {lines.flatMap((line, row) => (row ? [<br key={`br-${row}`} />, ...inline(line)] : inline(line)))}
          </p>
        );
      })}
    </div>
  );
}
