// What of a chosen file travels: large pictures are made smaller in the browser, and what only the browser can read becomes JPEG.

const MB = 1024 * 1024;
export const MOST_BYTES = 20 * MB;

/** From here on a picture is made smaller before it travels. */
const LARGE_BYTES = 4 * MB;
const LONGEST = 4000;

/** Beyond, the server leaves a WebP to the browser. */
const WEBP_PIXELS = 8_000_000;

/** For choosers. Without HEIC by name: an iPhone then hands over a JPEG. */
export const CHOICE = 'image/*,.tif,.tiff,.pdf,application/pdf';

/** {file, words}: what to send, and what to tell the person, if anything. Throws an Error whose message is for the person. */
export async function readyToTravel(file) {
  const kind = await kindOf(file);
  if (['pdf', 'tiff', 'unknown'].includes(kind)) return {file: fitting(file)};
  const large = file.size > LARGE_BYTES;
  if (['jpeg', 'png', 'bmp'].includes(kind) && !large) return {file};
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return {file: fitting(file)};
  if (kind === 'webp' && !large && picture.width * picture.height <= WEBP_PIXELS) return {file};
  const smaller = await jpegOf(picture);
  if (!smaller) return {file: fitting(file)};
  const sizes = `${picture.width}×${picture.height}、${words(file.size)}`;
  const now = `${smaller.width}×${smaller.height}、${words(smaller.blob.size)}`;
  const name = `${file.name.replace(/\.[^.]*$/, '') || '图片'}.jpg`;
  return {
    file: new File([smaller.blob], name, {type: 'image/jpeg'}),
    words: large || smaller.width < picture.width ? `原图 ${sizes}，上传前已在浏览器里缩小为 ${now}。` : `已在浏览器里转换为 JPG（${now}）后上传。`,
  };
}

function fitting(file) {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} 有 ${words(file.size)}，请压缩到 ${MOST_BYTES / MB} MB 以内。`);
  return file;
}

const words = bytes => (bytes < MB ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`);

/** By the first bytes: what browsers say of a file's kind is often empty or odd. */
async function kindOf(file) {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (text.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (text.startsWith('\x89PNG')) return 'png';
  if (text.startsWith('BM')) return 'bmp';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  if (text.startsWith('%PDF')) return 'pdf';
  return text.startsWith('ftyp', 4) || text.startsWith('GIF8') ? 'browsers' : 'unknown';
}

/** As the person sees it: turned upright, on white. Null where the browser has no memory for it. */
async function jpegOf(picture) {
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  return blob && {blob, width: canvas.width, height: canvas.height};
}
