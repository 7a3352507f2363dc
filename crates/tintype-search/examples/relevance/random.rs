//! The Mersenne Twister as Python seeds and uses it, so that the questions are the same.

const SIZE: usize = 624;
const MIDDLE: usize = 397;

/// MT19937.
pub struct Random {
    state: [u32; SIZE],
    next: usize,
}

impl Random {
    /// As `random.Random(seed)`.
    pub fn seeded(seed: u32) -> Self {
        let mut state = [0u32; SIZE];
        state[0] = 19_650_218;
        for i in 1..SIZE {
            state[i] = spread(state[i - 1], 1_812_433_253).wrapping_add(i as u32);
        }
        let mut i = 1;
        for _ in 0..SIZE {
            state[i] = (state[i] ^ spread(state[i - 1], 1_664_525)).wrapping_add(seed);
            i = wrap(&mut state, i);
        }
        for _ in 0..SIZE - 1 {
            state[i] = (state[i] ^ spread(state[i - 1], 1_566_083_941)).wrapping_sub(i as u32);
            i = wrap(&mut state, i);
        }
        state[0] = 0x8000_0000;
        Self { state, next: SIZE }
    }

    /// A number below `limit`, as `_randbelow`.
    pub fn below(&mut self, limit: usize) -> usize {
        let bits = usize::BITS - limit.leading_zeros();
        loop {
            let number = (self.word() >> (32 - bits)) as usize;
            if number < limit {
                return number;
            }
        }
    }

    /// The numbers below `count` in random order, as `sample(range(count), count)`.
    pub fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut pool: Vec<usize> = (0..count).collect();
        let pick = |taken: usize| {
            let place = self.below(count - taken);
            let picked = pool[place];
            pool[place] = pool[count - taken - 1];
            picked
        };
        (0..count).map(pick).collect()
    }

    fn word(&mut self) -> u32 {
        if self.next == SIZE {
            self.twist();
        }
        let mut y = self.state[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    fn twist(&mut self) {
        for i in 0..SIZE {
            let y = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % SIZE] & 0x7fff_ffff);
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + MIDDLE) % SIZE] ^ (y >> 1) ^ odd;
        }
        self.next = 0;
    }
}

fn spread(before: u32, factor: u32) -> u32 {
    (before ^ (before >> 30)).wrapping_mul(factor)
}

fn wrap(state: &mut [u32; SIZE], i: usize) -> usize {
    if i + 1 < SIZE {
        return i + 1;
    }
    state[0] = state[SIZE - 1];
    1
}
