package cn.citybrain.parking.onboarding.seal;

/**
 * Something that is not as the product left it.
 *
 * @param where Chinese: which row, entry or file
 * @param what Chinese: what is wrong with it
 */
public record Finding(String where, String what) {}
