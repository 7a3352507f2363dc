// The products of an ingest made with sharp: master, BlurHash, palette, dominant colour, hash of the look, metadata, and the
// three renditions from the master. Prints the least processor time of some rounds, in ms: `{"ingest":…,"renditions":…}`.
//   node with-sharp.mjs FILE [ROUNDS]
import { readFileSync } from 'node:fs';
import { encode } from 'blurhash';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

async function ingest(file) {
  const metadata = await sharp(file).metadata();
  const master = await sharp(file)
    .autoOrient()
    .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 90 })
    .toBuffer();
  // What is looked at can be small; it is made from the master, which is the cheapest way sharp has.
  const small = sharp(master).resize({ width: 96, height: 96, fit: 'inside' }).removeAlpha().raw();
  const { data, info } = await small.toBuffer({ resolveWithObject: true });
  const blurHash = encode(new Uint8ClampedArray(rgba(data)), info.width, info.height, 4, 3);
  const { dominant } = await sharp(data, { raw: info }).stats();
  const look = await sharp(data, { raw: info }).resize(9, 8, { fit: 'fill' }).greyscale().raw().toBuffer();
  return { metadata, master, blurHash, palette: palette(data), dominant, hash: differences(look) };
}

async function renditions(master) {
  const made = [];
  for (const width of [1080, 400, 200]) {
    made.push(await sharp(master).resize({ width, withoutEnlargement: true }).jpeg({ quality: 80 }).toBuffer());
  }
  return made;
}

function rgba(rgb) {
  const out = new Uint8Array((rgb.length / 3) * 4);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    out.set([rgb[from], rgb[from + 1], rgb[from + 2], 255], to);
  }
  return out;
}

// Eight colours by counting in boxes of 4 bits a channel.
function palette(rgb) {
  const boxes = new Map();
  for (let at = 0; at < rgb.length; at += 3) {
    const box = ((rgb[at] >> 4) << 8) | ((rgb[at + 1] >> 4) << 4) | (rgb[at + 2] >> 4);
    boxes.set(box, (boxes.get(box) ?? 0) + 1);
  }
  return [...boxes].sort((a, b) => b[1] - a[1]).slice(0, 8);
}

function differences(grey) {
  let bits = 0n;
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits = (bits << 1n) | BigInt(grey[y * 9 + x] < grey[y * 9 + x + 1]);
  return bits;
}

async function least(rounds, work) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const file = readFileSync(process.argv[2]);
const rounds = Number(process.argv[3] ?? 5);
const { master } = await ingest(file);
await renditions(master);
const times = { ingest: await least(rounds, () => ingest(file)), renditions: await least(rounds, () => renditions(master)) };
console.log(JSON.stringify(times));
