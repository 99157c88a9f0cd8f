// The invitation in a picture: a photograph or a screenshot of a credential card, or the drawing that the office made.

import { readInvitation } from '../../shared/bundle/invite';
import type { Invitation } from '../../shared/bundle/invite';

/** A picture is made no larger than this for reading: pixels on its longer side. */
const longestSide = 1600;

/** The invitation that a QR square in the picture holds; undefined when there is none to be read. */
export async function readPicture(name: string, bytes: Uint8Array): Promise<Invitation | undefined> {
  const type = name.toLowerCase().endsWith('.svg') ? 'image/svg+xml' : '';
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const pixels = pixelsOf(image);
    if (pixels === undefined) return undefined;
    const { readQr } = await import('../../shared/bundle/read-qr');
    const text = readQr(pixels);
    return text === undefined ? undefined : readInvitation(text);
  } catch (error) {
    // What the browser cannot decode as a picture.
    if (error instanceof DOMException) return undefined;
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** On white: what is transparent is paper. A drawing without a size of its own is drawn large enough to be read. */
function pixelsOf(image: HTMLImageElement): ImageData | undefined {
  const natural = Math.max(image.naturalWidth, image.naturalHeight);
  if (natural === 0) return undefined;
  const scale = natural < 400 ? 400 / natural : Math.min(1, longestSide / natural);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = scale < 1;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
