/**
 * Where on the tax return does the amount stand? The box as it is printed, drawn small.
 */
import { boxWords, pictureWords, returnPages, type Page } from '../../shared/wording/aboutYou.ts';

const cells = [0, 1, 2, 3, 4, 5, 6, 7];

export function BoxPicture({ page, box }: { readonly page: Page; readonly box: string }) {
  const lines = boxWords[`${page} ${box}`] ?? [];
  const top = 54 + lines.length * 16;
  return (
    <svg
      className="box-picture"
      viewBox={`0 0 300 ${top + 34}`}
      width={300}
      role="img"
      aria-label={pictureWords(page, box)}
    >
      <rect className="paper" x="0.5" y="0.5" width="299" height={top + 33} rx="4" />
      <text className="page-name" x="12" y="20">
        {returnPages[page].name} · {page}
      </text>
      <rect className="number-box" x="12" y="36" width="24" height="20" />
      <text className="number" x="24" y="51" textAnchor="middle">
        {box}
      </text>
      {lines.map((line, n) => (
        <text key={line} x="46" y={50 + n * 16}>
          {line}
        </text>
      ))}
      <text x="46" y={top + 16}>
        £
      </text>
      {cells.map((n) => (
        <rect key={n} className="cell" x={60 + n * 18} y={top} width="18" height="22" />
      ))}
      <text x="210" y={top + 16}>
        . 0 0
      </text>
    </svg>
  );
}
