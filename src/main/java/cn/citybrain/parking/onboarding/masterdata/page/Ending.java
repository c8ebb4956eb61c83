package cn.citybrain.parking.onboarding.masterdata.page;

/**
 * That a record is to be ended, or to go on.
 *
 * @param version that it was read at
 * @param reason not asked for where it goes on
 */
record Ending(long version, String reason) {}
