package cn.citybrain.parking.onboarding.merchant;

/**
 * A parking lot (停车场) of a merchant.
 *
 * @param code parkingCode of the City Brain interface
 * @param spaceCount number of berths
 * @param longitude in degrees, Amap coordinates (GCJ-02), empty where nobody has said
 * @param latitude in degrees, Amap coordinates (GCJ-02), empty where nobody has said
 * @param servicePhone what drivers call, empty where nobody has said
 */
public record ParkingLot(
        long id,
        String code,
        String name,
        String address,
        int spaceCount,
        String longitude,
        String latitude,
        String servicePhone,
        long merchantId,
        String tenantId) {}
