package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.story.Person;
import java.time.Instant;
import java.util.List;

/**
 * A vehicle's visit to a lot, as the lot reported it, and what it was a test of. Money in 分.
 *
 * @param lotName empty for a lot that is not registered here
 * @param uid the lot's number of the visit
 * @param enteredAt null if no entry was reported
 * @param leftAt null if no exit was reported
 * @param bill null if no payment was asked for
 * @param tests empty where it was none: an ordinary visit, for which nothing is charged here
 */
record VisitOnRecord(
        String lotCode,
        String lotName,
        String uid,
        String plateNo,
        Instant enteredAt,
        Instant leftAt,
        Bill bill,
        List<Test> tests) {

    record Bill(String billNo, int amount, Instant billedAt, Instant receivedAt) {}

    /**
     * @param checked whether the record was found good; null if it was not checked
     * @param checkedAt null if it was not
     * @param findings why it was not good, or why the deduction failed, in Chinese
     * @param people who had a part in it, in the order of what they did
     */
    record Test(
            long bindingId,
            String applicationNo,
            String companyName,
            String channel,
            String channelName,
            String applicationState,
            String applicationStateText,
            Boolean checked,
            Instant checkedAt,
            List<String> findings,
            List<Charge> charges,
            List<Involved> people) {}

    /**
     * @param chargedAmount what the channel says that it took, null if it said nothing
     * @param transactionNo the channel's number, empty if it gave none
     */
    record Charge(
            long id,
            String outTradeNo,
            int attemptNo,
            int amount,
            Integer chargedAmount,
            String transactionNo,
            String state,
            String stateText,
            Instant createdAt,
            Instant decidedAt,
            List<GivenBack> refunds) {}

    record GivenBack(String outRefundNo, int amount, String state, String stateText, Instant decidedAt) {}

    /** @param part what the person did, in Chinese */
    record Involved(Person person, String part, Instant at) {}
}
