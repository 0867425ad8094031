import type { ReactNode } from 'react';

export interface PictureProps {
  readonly className: string;
  readonly width: number;
  readonly height: number;
  /** What the picture says, for those who cannot see it. */
  readonly name: string;
  /** Fills the width given without keeping its shape. */
  readonly stretched?: boolean;
  readonly children: ReactNode;
}

/** A drawing made on the server: no inline style, so that it stands under the site’s strict policy. */
export function Picture({ className, width, height, name, stretched = false, children }: PictureProps): ReactNode {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={stretched ? 'none' : undefined}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page is no file that an img could name
      role="img"
      aria-label={name}
    >
      {children}
    </svg>
  );
}
