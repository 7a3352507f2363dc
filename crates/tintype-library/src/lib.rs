//! What Tintype does: uploads, searches, collections, and the jobs that follow.
