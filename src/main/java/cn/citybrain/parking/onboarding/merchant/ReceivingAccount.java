package cn.citybrain.parking.onboarding.merchant;

/**
 * A merchant's receiving account (收款账户) at a channel.
 *
 * @param channel code of the channel
 * @param applicationNo the application that it came from
 * @param channelAccount the channel's number of the merchant (WeChat Pay: {@code sub_mchid}); null before it is opened
 * @param accountNumberMasked bank account number or login with all but what people recognise it by hidden
 */
public record ReceivingAccount(
        long id,
        long merchantId,
        String tenantId,
        String channel,
        String applicationNo,
        String channelAccount,
        String accountNumberMasked,
        AccountState state) {}
