//! Small pictures, each different, and photos made of them through the real ingest.

use bytes::Bytes;
use jpeg_encoder::{ColorType, Encoder};
use tintype_domain::{Camera, CollectionId, LicenseId, Location, Photo, TopicId};
use tintype_library::UploadFields;
use tintype_store::PhotoEdit;

use crate::{TestServer, TestUser};

/// A JPEG of this size, different for each seed.
pub fn jpeg(seed: u64, width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let pixels = pixels(seed, width, height);
    let encoder = Encoder::new(&mut file, 85);
    encoder.encode(&pixels, width, height, ColorType::Rgb).expect("the picture can be encoded");
    file
}

/// The header of a PNG that claims to be this large, with next to nothing behind it.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    chunk(&mut file, &header);
    chunk(&mut file, b"IDAT\x78\x9c\x63\x60\x60\x60\x00\x00\x00\x04\x00\x01");
    chunk(&mut file, b"IEND");
    file
}

fn chunk(file: &mut Vec<u8>, kind_and_data: &[u8]) {
    file.extend((kind_and_data.len() as u32 - 4).to_be_bytes());
    file.extend(kind_and_data);
    let sum = kind_and_data.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 }
        })
    });
    file.extend((!sum).to_be_bytes());
}

/// A sky over a ground, in colours of the seed.
fn pixels(seed: u64, width: u16, height: u16) -> Vec<u8> {
    let [red, green, blue, ground, ..] = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let mut pixels = Vec::with_capacity(usize::from(width) * usize::from(height) * 3);
    for y in 0..height {
        for x in 0..width {
            let light = (u32::from(y) * 120 / u32::from(height)) as u8;
            let grain = (u32::from(x) * 31 / u32::from(width)) as u8;
            let is_ground = y > height / 3 * 2;
            let mix =
                |part: u8| if is_ground { part / 3 + ground / 4 + grain } else { part / 2 + light };
            pixels.extend([mix(red), mix(green), mix(blue)]);
        }
    }
    pixels
}

/// A photo on its way into the library.
pub struct PhotoBuilder<'a> {
    server: &'a TestServer,
    owner: Option<TestUser>,
    size: (u16, u16),
    seed: Option<u64>,
    fields: UploadFields,
    camera: Option<Camera>,
    is_featured: bool,
}

impl<'a> PhotoBuilder<'a> {
    pub(crate) fn new(server: &'a TestServer) -> Self {
        let fields = UploadFields::default();
        Self {
            server,
            owner: None,
            size: (600, 400),
            seed: None,
            fields,
            camera: None,
            is_featured: false,
        }
    }

    /// Taken by.
    pub fn by(mut self, owner: &TestUser) -> Self {
        self.owner = Some(owner.clone());
        self
    }

    /// With one more tag.
    pub fn tagged(mut self, tag: &str) -> Self {
        self.fields.tags.push(tag.to_owned());
        self
    }

    /// With a title.
    pub fn titled(mut self, title: &str) -> Self {
        self.fields.title = Some(title.to_owned());
        self
    }

    /// With a description.
    pub fn described(mut self, text: &str) -> Self {
        self.fields.description = Some(text.to_owned());
        self
    }

    /// Taken at a place.
    pub fn at(mut self, place: Location) -> Self {
        self.fields.location = Some(place);
        self
    }

    /// Under a license.
    pub fn licensed(mut self, license: &str) -> Self {
        self.fields.license = Some(LicenseId::parse(license).expect("the test names a license"));
        self
    }

    /// In a collection.
    pub fn in_collection(mut self, id: &CollectionId) -> Self {
        self.fields.collections.push(id.clone());
        self
    }

    /// In a topic.
    pub fn in_topic(mut self, id: &TopicId) -> Self {
        self.fields.topics.push(id.clone());
        self
    }

    /// So large.
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// With the picture of this seed; otherwise every photo gets another.
    pub fn seeded(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Taken with a camera.
    pub fn with_camera(mut self, camera: Camera) -> Self {
        self.camera = Some(camera);
        self
    }

    /// In the editorial feed.
    pub fn featured(mut self) -> Self {
        self.is_featured = true;
        self
    }

    /// Takes the photo in, as an upload does.
    pub async fn send(self) -> Photo {
        let library = self.server.library();
        let owner = if let Some(owner) = self.owner {
            owner.user
        } else {
            let store = library.store();
            let name = tintype_domain::Username::parse("keeper").expect("a good name");
            store.user_by_username(&name).await.expect("a read").expect("the keeper is there")
        };
        let seed = self.seed.unwrap_or_else(|| library.chance().number());
        let mut incoming = library.begin_upload(&owner.id).await.expect("there is quota left");
        let file = jpeg(seed, self.size.0, self.size.1);
        incoming.write(Bytes::from(file)).await.expect("the file can be written");
        let taken_in = library.upload(&owner, incoming, self.fields).await;
        let mut photo = taken_in.expect("the picture is good").photo;
        if self.camera.is_some() {
            let edit = PhotoEdit { camera: self.camera, ..PhotoEdit::default() };
            let edited = library.edit_photo(&photo.id, &edit).await.expect("a write");
            photo = edited.expect("the photo is there");
        }
        if self.is_featured {
            let featured = library.feature_photo(&photo.id, true).await.expect("a write");
            photo = featured.expect("the photo is there");
        }
        photo
    }
}
