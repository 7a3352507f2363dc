//! Pictures to upload, good ones and hostile ones, made here.

use std::sync::LazyLock;

static LANDSCAPES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| (1..=4).map(|seed| tintype_scenery::picture(seed, 320, 240)).collect());

/// A small JPEG; every number has bytes of its own.
pub fn jpeg(number: u32) -> Vec<u8> {
    let picture = &LANDSCAPES[number as usize % LANDSCAPES.len()];
    let comment = format!("picture {number}");
    let length = (comment.len() as u16 + 2).to_be_bytes();
    let segment = [&[0xff, 0xfe], length.as_slice(), comment.as_bytes()].concat();
    // Right after the start marker, where a comment may stand.
    [&picture[..2], &segment, &picture[2..]].concat()
}

/// A JPEG whose second half is missing.
pub fn truncated_jpeg(number: u32) -> Vec<u8> {
    let mut bytes = jpeg(number);
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// A PNG that says it is enormous and has a few kB.
pub fn enormous_png(width: u32, height: u32) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, b"IHDR", &header);
    // One stored block of zeros; whoever reads on would be asked for 2.7 GB.
    let mut data = vec![0x78, 0x01, 0x00, 0x00, 0x10, 0xff, 0xef];
    data.resize(data.len() + 0x1000, 0);
    chunk(&mut png, b"IDAT", &data);
    chunk(&mut png, b"IEND", &[]);
    png
}

/// A GIF of one pixel with many frames.
pub fn long_gif(frames: usize) -> Vec<u8> {
    let mut gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff".to_vec();
    let frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0];
    for _ in 0..frames {
        gif.extend(frame);
    }
    gif.push(0x3b);
    gif
}

fn chunk(png: &mut Vec<u8>, kind: &[u8], data: &[u8]) {
    let named = [kind, data].concat();
    png.extend((data.len() as u32).to_be_bytes());
    png.extend(&named);
    png.extend(crc(&named).to_be_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    let byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), step);
    !bytes.iter().fold(u32::MAX, byte)
}

#[test]
fn the_checksum_is_that_of_png() {
    assert_eq!(crc(b"IEND"), 0xae42_6082);
}
