package cn.citybrain.parking.onboarding.seal.chain;

/** What becomes an {@link Entry} with the next block. */
record Draft(Entry.Kind kind, Layout layout, String key, String state) {}
