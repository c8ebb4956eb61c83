package cn.citybrain.parking.onboarding.merchant;

/**
 * A parking lot (停车场) of a merchant.
 *
 * @param code parkingCode of the City Brain interface
 * @param spaceCount number of berths
 */
public record ParkingLot(
        long id, String code, String name, String address, int spaceCount, long merchantId, String tenantId) {}
