package cn.citybrain.parking.onboarding.channel.adapter;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.charge.SentRequests;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import java.time.Duration;
import java.util.Optional;

/**
 * What the product asks of a payment channel. One implementation per channel, each in its own package.
 *
 * <p>Every operation is idempotent on our numbers (application number, binding, stay, {@code out_trade_no}), has
 * connect, read and total deadlines, and verifies the signature of every answer. A business "no" is a value; a technical
 * failure is a {@link ChannelException}. A query never is a call that could charge.
 */
public interface ChannelAdapter {

    Channel channel();

    /** Sends the application, papers included. Submitting the same number again after a refusal replaces it. */
    SubmitResult submit(MerchantApplication application);

    /** Asks how far the channel is with an application. */
    ReviewResult review(String applicationNo);

    /**
     * Whether an account has signed what the channel needs to deduct. Channels that know no such question are not asked.
     *
     * @param account as the merchant knows it (Alipay: login or PID)
     */
    default SignState signState(String account) {
        throw new UnsupportedOperationException(channel() + " has no sign state");
    }

    /** Tells the channel that an application is given up. Channels without such a call have nothing to be told. */
    default void withdraw(String applicationNo) {}

    /** Registers one lot under the account. The consent may come weeks later: see {@link #lotState}. */
    LotState registerLot(LotRegistration lot);

    /** Asks whether the channel has consented to a lot. */
    LotState lotState(LotRegistration lot);

    /** Tells the channel that the lot is given up. Channels without such a call have nothing to be told. */
    default void withdrawLot(LotRegistration lot) {}

    /** Whether the owner of a plate lets this channel deduct. */
    Agreement agreement(LotRegistration lot, Plate plate);

    /** What a vehicle's owner is called at this channel, where it wants to know; empty where the plate is enough. */
    default Optional<PayerId> payerId() {
        return Optional.empty();
    }

    /** Reports that the vehicle entered, and returns the channel's number of the visit. */
    EntryResult entered(Visit visit);

    /** Reports that the vehicle left. Channels that need no such report do nothing. */
    default void left(Visit visit) {}

    /**
     * Charges. Never called twice for one {@code out_trade_no} unless the channel said that it never saw it. The signed
     * request goes to {@link SentRequests} before it leaves.
     */
    DeductionResult deduct(DeductionOrder order);

    /** Asks what became of a deduction. Never charges. */
    DeductionResult deduction(DeductionOrder order);

    /** How long after sending a "never seen" of {@link #deduction} can be believed. */
    Duration settleTime();

    /** Whether sending the same {@code out_trade_no} again cannot charge twice. */
    boolean idempotentOnOutTradeNo();

    /**
     * Gives the money of a deduction back. Idempotent on {@code outRefundNo}. The signed request goes to
     * {@link SentRequests} before it leaves.
     */
    RefundResult refund(RefundOrder order);

    /** Asks what became of a refund. */
    RefundResult refundState(RefundOrder order);

    /**
     * Verifies and reads a callback.
     *
     * @throws InvalidCallback if signature, age or content are not what the channel promises
     */
    ChannelNotice read(CallbackRequest request);

    /**
     * How this channel wants a callback to be answered; by default 200 without a body, or {@code {"code":"FAIL"}}.
     *
     * @param request the callback, not to be trusted unless the outcome is TAKEN
     */
    default CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> new CallbackAnswer(200, "application/json", "");
            case INVALID -> new CallbackAnswer(400, "application/json", "{\"code\":\"FAIL\",\"message\":\"invalid\"}");
            case NOT_STORED -> new CallbackAnswer(500, "application/json", "{\"code\":\"FAIL\",\"message\":\"retry\"}");
        };
    }
}
