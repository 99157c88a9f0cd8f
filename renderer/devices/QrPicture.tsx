// A text as a QR symbol: black on white in every theme, so that any camera reads it.

import { qrOutline } from '../../shared/bundle/qr-outline';
import styles from './devices.module.css';

type QrPictureProps = {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  /** A long text: larger, with less that may be lost of it. */
  readonly isDense?: boolean;
};

export function QrPicture({ text, label, isDense = false }: QrPictureProps) {
  const { size, path } = qrOutline(text, isDense ? 'low' : 'medium');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={isDense ? styles['qrLarge'] : styles['qr']}
    >
      <rect width={size} height={size} className={styles['qrGround']} />
      <path d={path} className={styles['qrMark']} />
    </svg>
  );
}
