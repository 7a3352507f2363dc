//! Bytes and parameters in, bytes out: decoding, metadata, renditions.
