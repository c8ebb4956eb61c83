package cn.citybrain.parking.onboarding.process;

import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Every process variable of the models, with its name and type. Small facts and decisions only: never a document, an
 * account number, a name or a secret, because the engine's history keeps them.
 *
 * @param <T> type of the value
 */
public record Variables<T>(String name, Class<T> type) {

    /** Our number of the application: letters and digits. */
    public static final Variables<String> APPLICATION_NO = of("applicationNo", String.class);

    /** {@code Channel.code()}. */
    public static final Variables<String> CHANNEL = of("channel", String.class);

    /** Whether the channel may have got the application: then a withdrawal is told to it. */
    public static final Variables<Boolean> SENT_TO_CHANNEL = of("sentToChannel", Boolean.class);

    /** What people are asked to tell the channel, which has no call for a withdrawal, in Chinese. */
    public static final Variables<String> WITHDRAWAL_BY_HAND = of("withdrawalByHand", String.class);

    /** What the channel's review came to: a name of {@code ReviewOutcome}. */
    public static final Variables<String> REVIEW_OUTCOME = of("reviewOutcome", String.class);

    /** Whether the party that opens the account works on paper, so that people record what came of it. */
    public static final Variables<Boolean> BY_HAND = of("byHand", Boolean.class);

    /** Whether the merchant's account had signed what the channel needs to deduct before anybody applied for it. */
    public static final Variables<Boolean> PRODUCT_SIGNED = of("productSigned", Boolean.class);

    /** Whether the channel said per field why it refused. */
    public static final Variables<Boolean> REASONS_KNOWN = of("reasonsKnown", Boolean.class);

    /** How many lots were bound; frozen before the fan-out. */
    public static final Variables<Integer> BINDING_COUNT = of("bindingCount", Integer.class);

    /** How many of the lots went live. */
    public static final Variables<Integer> LIVE_COUNT = of("liveCount", Integer.class);

    /** What became of the lots of an application: DONE, PARTLY_DONE, LOTS_REFUSED or WITHDRAWN. */
    public static final Variables<String> CONCLUSION = of("conclusion", String.class);

    /** confirm, correct or close: what was found when the opened account was compared with the application. */
    public static final Variables<String> ACCOUNT_DECISION = of("accountDecision", String.class);

    /** How often an application was submitted again because nobody used the channel's link. */
    public static final Variables<Long> RENEWALS = of("renewals", Long.class);

    /** renew, correct or giveUp. */
    public static final Variables<String> RENEWAL_DECISION = of("renewalDecision", String.class);

    /** What 受理 is called in the procedure that calls it, null where it is called that. */
    public static final Variables<String> REVIEW_TASK = of("reviewTask", String.class);

    /** What its yes is called and means, separated by {@code |}; null: as the model of 受理 says. */
    public static final Variables<String> REVIEW_WORDS = of("reviewWords", String.class);

    /** Template of the mail after its yes; null: as the model of 受理 says. */
    public static final Variables<String> REVIEW_MAIL = of("reviewMail", String.class);

    /** Lot x channel x account. */
    public static final Variables<Long> BINDING_ID = of("bindingId", Long.class);

    /** parkingCode of the lot, for people who look at an instance. */
    public static final Variables<String> LOT_CODE = of("lotCode", String.class);

    /** Why the application was refused for good, by us or by the channel, in Chinese. */
    public static final Variables<String> REFUSAL_REASON = of("refusalReason", String.class);

    /** The channel's words when it refused a lot, in Chinese. */
    public static final Variables<String> LOT_REFUSAL = of("lotRefusal", String.class);

    /** The bill whose record is under test. */
    public static final Variables<Long> BILL_ID = of("billId", Long.class);

    /** Whether the record met every rule. */
    public static final Variables<Boolean> CHECK_PASSED = of("checkPassed", Boolean.class);

    /** REGISTERED, REFUSED, or PENDING: the channel has not answered yet. */
    public static final Variables<String> LOT_OUTCOME = of("lotOutcome", String.class);

    /**
     * SUCCEEDED, FAILED, DISPUTED, UNKNOWN (the schedule of queries ran out), NOT_SEEN (the channel never saw it, it may go
     * out again) or PENDING (nothing is decided yet).
     */
    public static final Variables<String> DEDUCTION_OUTCOME = of("deductionOutcome", String.class);

    /** accept, return or refuse. */
    public static final Variables<String> REVIEW_DECISION = of("reviewDecision", String.class);

    /** correct or final. */
    public static final Variables<String> FIND_REASON_DECISION = of("findReasonDecision", String.class);

    /** signed; missed too in models before version 2, where a missed visit ended the task. */
    public static final Variables<String> VISIT_OUTCOME = of("visitOutcome", String.class);

    /** opened or refused: what a bank without an interface answered. */
    public static final Variables<String> RESULT_DECISION = of("resultDecision", String.class);

    /** accept or return. */
    public static final Variables<String> DEVICES_DECISION = of("devicesDecision", String.class);

    /** submit or giveUp. */
    public static final Variables<String> MORE_DEVICES_DECISION = of("moreDevicesDecision", String.class);

    /** resubmit, ask or giveUp: what the operator does about a lot that the channel refused. */
    public static final Variables<String> CORRECT_LOT_DECISION = of("correctLotDecision", String.class);

    /** resubmit, return or giveUp: what a reviewer does about it. */
    public static final Variables<String> LOT_REFUSED_DECISION = of("lotRefusedDecision", String.class);

    /** wait or abandon. */
    public static final Variables<String> CLARIFY_DECISION = of("clarifyDecision", String.class);

    /** retest or giveUp. */
    public static final Variables<String> DISPUTED_DECISION = of("disputedDecision", String.class);

    /** The year whose holidays are to be entered. */
    public static final Variables<Integer> HOLIDAY_YEAR = of("holidayYear", Integer.class);

    /** The overdue step that an escalation is about: its activity instance. */
    public static final Variables<String> OVERDUE_STEP = of("overdueStep", String.class);

    /** What the overdue step is called. */
    public static final Variables<String> OVERDUE_NAME = of("overdueName", String.class);

    /** Since when it is overdue. */
    public static final Variables<Date> OVERDUE_SINCE = of("overdueSince", Date.class);

    /** How many working days it had; after as many again it is reported once more. */
    public static final Variables<Integer> OVERDUE_DAYS = of("overdueDays", Integer.class);

    /** How often it was reported to the supervisors. */
    public static final Variables<Integer> OVERDUE_LEVEL = of("overdueLevel", Integer.class);

    /** remind, extend, handOver or withdraw. */
    public static final Variables<String> OVERDUE_DECISION = of("overdueDecision", String.class);

    /** When it is reported again, if it is not done by then. */
    public static final Variables<Date> OVERDUE_NEXT = of("overdueNext", Date.class);

    private static <T> Variables<T> of(String name, Class<T> type) {
        return new Variables<>(name, type);
    }

    /** The value, null when it was never set. */
    public T find(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    /** The value in what an external task was given, which must be there. */
    public T get(Map<String, Object> values) {
        return type.cast(Objects.requireNonNull(values.get(name), () -> "variable " + name + " is missing"));
    }

    /** The value, which must be there. */
    public T get(VariableScope scope) {
        T value = find(scope);
        if (value == null) {
            throw new IllegalStateException("variable " + name + " is missing");
        }
        return value;
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
