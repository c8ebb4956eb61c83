package cn.citybrain.parking.onboarding.simulator.player;

/**
 * A lot that the play connects.
 *
 * @param vendor login of its technical vendor
 * @param plateNo its test vehicle
 */
record LotUnderTest(long bindingId, String code, String vendor, String plateNo) {}
