package cn.citybrain.parking.onboarding.process.work;

/** A gate has arrived where it waits for a record: what came before is looked up once this is committed. */
public record GateWaits(long bindingId) {}
