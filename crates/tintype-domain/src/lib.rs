//! The nouns of a photo library and their rules. Depends on nothing of ours.
