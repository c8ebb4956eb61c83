package cn.citybrain.parking.onboarding.channel;

/**
 * One lot under one account of a channel.
 *
 * @param bindingId our number of lot x channel x account; stable, used as the channel-side idempotency key
 * @param channelAccount the channel's number of the merchant
 * @param lotCode parkingCode of the City Brain interface
 * @param reference the channel's number of this registration, empty before the first answer
 */
public record LotRegistration(
        long bindingId,
        String channelAccount,
        String lotCode,
        String lotName,
        String address,
        int spaceCount,
        String reference) {}
