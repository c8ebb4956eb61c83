package cn.citybrain.parking.onboarding.simulator.player;

/**
 * A lot that the play connects to one channel.
 *
 * @param vendor login of its technical vendor
 * @param plateNo its test vehicle for this channel
 */
record LotUnderTest(Procedure procedure, long bindingId, String code, String vendor, String plateNo) {}
