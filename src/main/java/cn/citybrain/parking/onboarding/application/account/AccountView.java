package cn.citybrain.parking.onboarding.application.account;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.register.AccountGroup;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import java.time.Instant;

/**
 * A receiving account, or an application for one, in a list.
 *
 * @param groupText Chinese name of the group
 * @param account number or login, masked; null for one that is not known yet
 * @param channelAccount the channel's number of the company; null before the channel opened it
 * @param accountState null before anything was submitted
 * @param started whether its process has begun
 * @param changedAt of the last change, by people or the channel
 * @param liveAt since when money can be received with it, null before
 * @param lots bound ones, or before that those that it is meant for
 * @param intended whether the lots are only meant for it
 */
record AccountView(
        String no,
        String channel,
        String channelName,
        String company,
        String merchantName,
        AccountGroup group,
        String groupText,
        String account,
        String channelAccount,
        AccountState accountState,
        ApplicationState state,
        String stateText,
        boolean started,
        String createdBy,
        Instant begunAt,
        Instant changedAt,
        Instant liveAt,
        AccountLots.Lots lots,
        boolean intended,
        String closingReason) {}
