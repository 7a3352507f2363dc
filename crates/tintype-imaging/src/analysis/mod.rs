//! What a picture looks like in a few numbers: BlurHash, palette, perceptual hash.
