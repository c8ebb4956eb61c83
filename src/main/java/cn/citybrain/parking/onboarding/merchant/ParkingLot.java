package cn.citybrain.parking.onboarding.merchant;

import java.time.Instant;

/**
 * A parking lot (停车场) of a merchant.
 *
 * @param code parkingCode of the City Brain interface; never changes
 * @param spaceCount number of berths
 * @param longitude in degrees, Amap coordinates (GCJ-02), empty where nobody has said
 * @param latitude in degrees, Amap coordinates (GCJ-02), empty where nobody has said
 * @param servicePhone what drivers call, empty where nobody has said
 * @param lanes entries and exits together, 0 where nobody has said
 * @param closedAt since when nothing new begins for it, null while it is open
 * @param version counts the changes
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
        String tenantId,
        int lanes,
        Instant closedAt,
        long version) {

    public boolean open() {
        return closedAt == null;
    }
}
