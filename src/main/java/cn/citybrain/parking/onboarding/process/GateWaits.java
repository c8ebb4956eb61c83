package cn.citybrain.parking.onboarding.process;

/** A gate has arrived where it waits for a record: what came before is looked up once this is committed. */
record GateWaits(long bindingId) {}
