//! Photoshop's image resources, which JPEG files carry IPTC in.

/// One resource: its number and its data.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Resource<'a> {
    pub(crate) id: u16,
    pub(crate) data: &'a [u8],
    /// Signature, number, name, length, data and padding.
    pub(crate) whole: &'a [u8],
}

/// Walks resources; stops at the first malformed one.
pub(crate) struct Resources<'a>(&'a [u8]);

impl<'a> Resources<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// What could not be read as resources.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.0
    }
}

impl<'a> Iterator for Resources<'a> {
    type Item = Resource<'a>;

    fn next(&mut self) -> Option<Resource<'a>> {
        let body = self.0.strip_prefix(SIGNATURE)?;
        let id = u16::from_be_bytes(*body.first_chunk()?);
        let name = usize::from(*body.get(2)?);
        // The name with its length byte is padded to an even length.
        let head = 2 + ((name + 2) & !1);
        let length = u32::from_be_bytes(*body.get(head..)?.first_chunk()?) as usize;
        let data = body.get(head + 4..)?.get(..length)?;
        let end = (SIGNATURE.len() + head + 4 + length + (length & 1)).min(self.0.len());
        let (whole, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(Resource { id, data, whole })
    }
}

/// Writes a resource without a name.
pub(crate) fn write_resource(out: &mut Vec<u8>, id: u16, data: &[u8]) {
    out.extend_from_slice(SIGNATURE);
    out.extend_from_slice(&id.to_be_bytes());
    out.extend_from_slice(&[0, 0]);
    out.extend_from_slice(&(data.len() as u32).to_be_bytes());
    out.extend_from_slice(data);
    if data.len() % 2 == 1 {
        out.push(0);
    }
}

const SIGNATURE: &[u8] = b"8BIM";
pub(crate) const IPTC: u16 = 0x0404;
