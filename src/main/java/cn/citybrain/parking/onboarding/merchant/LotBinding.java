package cn.citybrain.parking.onboarding.merchant;

import java.time.Instant;

/**
 * One lot under one receiving account of one channel.
 *
 * @param applicationNo the application that it belongs to
 * @param position place in the frozen list of the application's lots, from 0
 * @param channelReference the channel's number of the lot's registration, empty before its first answer
 * @param channelLotId the channel's number of the lot, empty before the channel consented
 * @param withdrawalRequestedAt when somebody asked to give the lot up; null if nobody did
 * @param refusedByChannel whether it was given up because the channel refused it
 * @param liveAt null before it is live
 */
public record LotBinding(
        long id,
        long lotId,
        String lotCode,
        String lotName,
        String tenantId,
        String channel,
        long accountId,
        String applicationNo,
        int position,
        BindingState state,
        String channelReference,
        String channelLotId,
        Instant withdrawalRequestedAt,
        String withdrawalReason,
        boolean refusedByChannel,
        Instant liveAt) {}
