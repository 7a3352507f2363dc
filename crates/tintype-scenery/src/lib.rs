//! Landscapes rendered from a seed, for the demo, the tests and the benchmarks.
