package cn.citybrain.parking.onboarding.channel.lot;

import java.util.List;

/**
 * One lot under one account of a channel.
 *
 * @param bindingId our number of lot x channel x account; stable, used as the channel-side idempotency key
 * @param channelAccount the channel's number of the merchant
 * @param reference the channel's number of this registration, empty before the first answer
 * @param channelLotId the channel's number of the lot, empty before it consented
 */
public record LotRegistration(long bindingId, String channelAccount, Lot lot, String reference, String channelLotId) {

    /**
     * The lot itself.
     *
     * @param code parkingCode of the City Brain interface
     * @param longitude in degrees, Amap coordinates (GCJ-02), empty where unknown
     * @param latitude in degrees, Amap coordinates (GCJ-02), empty where unknown
     * @param servicePhone what drivers call, empty where unknown
     * @param devices what is installed in its lanes for this channel
     */
    public record Lot(
            String code,
            String name,
            String address,
            int spaceCount,
            String longitude,
            String latitude,
            String servicePhone,
            List<LaneDevice> devices) {

        public Lot {
            devices = devices == null ? List.of() : List.copyOf(devices);
        }
    }

    public String lotCode() {
        return lot.code();
    }

    public String lotName() {
        return lot.name();
    }
}
