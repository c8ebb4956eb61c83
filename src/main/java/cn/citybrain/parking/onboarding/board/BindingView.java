package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.channel.vehicle.PayerId;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog.Told;
import cn.citybrain.parking.onboarding.parking.message.LotSubscription;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * One lot at one channel, as its page shows it.
 *
 * @param editable whether the person who asks registers key and vehicles
 * @param accessKey null while none is registered
 * @param payerId what the channel wants to know of a payer beside the plate, null if nothing
 * @param devices what is installed and accepted in its lanes for this channel
 * @param subscription how to receive messages by MQTT, null while no key is registered
 * @param told the newest messages to the lot, newest first
 * @param requirements what the channel asks of the lot's system beyond the City Brain interface; empty where it does not
 * @param refusal what was said and done about the channel's refusals of the lot, oldest first
 * @param turns whose turn it is, never empty; the reader's own first
 * @param deduction the newest one, null if there was none
 */
record BindingView(
        long id,
        String lotCode,
        String lotName,
        String merchantName,
        String channel,
        String channelName,
        String applicationNo,
        String channelLotId,
        String state,
        String stateText,
        List<SeenTurn> turns,
        Instant liveAt,
        String withdrawalReason,
        boolean editable,
        AccessKey accessKey,
        PayerId payerId,
        List<LaneDevice> devices,
        Subscription subscription,
        List<Told> told,
        List<Vehicle> vehicles,
        List<CallSeen> traffic,
        List<RequirementView> requirements,
        List<RefusalWord> refusal,
        List<StayView> stays,
        List<DiagnosisView> diagnoses,
        DeductionView deduction) {

    /** @param met null while nothing of it has arrived */
    record RequirementView(String title, String text, Boolean met) {}

    /** @param who in Chinese, with the person's id */
    record RefusalWord(String kind, String who, String text, Instant at) {}

    /**
     * @param platformKey the public key with which the lot checks and reads the messages, PEM
     * @param platformKeys those that its vendor may choose among, the default first
     */
    record Subscription(
            @JsonUnwrapped LotSubscription.Terms terms, String platformKey, List<PlatformKeyView> platformKeys) {}

    /** @param pem the public half */
    record PlatformKeyView(int bits, String pem) {}

    record Vehicle(
            long id,
            String plateNo,
            int plateColor,
            String payerId,
            String agreement,
            String agreementText,
            Instant checkedAt,
            String registeredBy,
            Instant registeredAt) {}

    /**
     * @param billId the lot's number of the payment request, null while none came
     * @param amount in 分, null while no payment request came
     * @param taken whether the gate has taken the payment request
     */
    record StayView(
            String uid,
            String plateNo,
            boolean testVehicle,
            Instant entryTime,
            Instant exitTime,
            boolean entryPhoto,
            boolean exitPhoto,
            String billId,
            Integer amount,
            boolean taken) {}

    record DiagnosisView(String billId, String summary, List<Finding> findings, Instant at) {
        static DiagnosisView of(Diagnosis diagnosis) {
            String summary = diagnosis.kind() == Diagnosis.Kind.RECORD ? "实车记录没有通过核对" : "渠道没有扣款成功";
            return new DiagnosisView(diagnosis.billNo(), summary, diagnosis.findings(), diagnosis.at());
        }
    }

    /**
     * @param amount in 分
     * @param channelTradeNo the channel's number of the charge, null before
     * @param chargedAmount what the channel says it charged, in 分; null before
     * @param nextQueryAt when the channel is asked again, null when decided
     * @param history what happened, oldest first
     * @param dispute null while the charge is not disputed, and when its dispute is over
     * @param refund the newest one, null if there was none
     */
    record DeductionView(
            long id,
            String billId,
            String outTradeNo,
            int amount,
            String state,
            String stateText,
            String note,
            String channelTradeNo,
            Integer chargedAmount,
            String reason,
            Instant sentAt,
            Instant decidedAt,
            Instant nextQueryAt,
            List<Step> history,
            Dispute dispute,
            RefundView refund) {}

    /**
     * @param settled whether the money is back or none was charged, so that people may decide
     * @param inDoubt whether the channel has still to say what it charged, so that no refund can be asked for
     * @param next what has to happen first, in Chinese
     */
    record Dispute(boolean settled, boolean inDoubt, String next) {}

    record Step(String kind, String actor, String text, Instant at) {}

    record RefundView(
            long id,
            int amount,
            String reason,
            String state,
            String stateText,
            String requestedBy,
            String approvedBy,
            String note) {}
}
