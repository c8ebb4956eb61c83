package cn.citybrain.parking.onboarding.masterdata;

/**
 * A lot is closed. Published within the transaction that makes it so, for what is left of the lot.
 *
 * @param by user id of who closed it
 */
public record LotClosed(String lotCode, String by) {}
