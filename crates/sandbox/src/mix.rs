//! Believable chance without a state: every draw is a pure function of its seed and a salt.

/// Mixes `seed` and `salt` into 64 well-spread bits (the finishing step of SplitMix64).
pub(crate) fn mix(seed: u64, salt: u64) -> u64 {
    let mut z = seed.wrapping_add(salt.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A draw from `0..bound`.
pub(crate) fn below(seed: u64, salt: u64, bound: usize) -> usize {
    let bound = bound.max(1) as u64;
    usize::try_from(mix(seed, salt) % bound).unwrap_or(0)
}

/// A draw from `0.0..1.0`.
#[allow(clippy::cast_precision_loss)] // 53 bits fit a double exactly
pub(crate) fn share(seed: u64, salt: u64) -> f64 {
    (mix(seed, salt) >> 11) as f64 / (1_u64 << 53) as f64
}

/// A seed from a text, the same on every machine (FNV-1a).
pub(crate) fn seed_of(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3))
}
