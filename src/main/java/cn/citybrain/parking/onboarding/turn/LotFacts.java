package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.DisputeObstacle;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a lot at a channel beside where its process stands.
 *
 * @param vendorGroup group of the vendor that connects it; null where its operator does
 * @param keyAt when its system's key was registered, null before
 * @param vehicleAt when the first of its test vehicles was registered, null while it has none
 * @param refusal what was said since the channel refused it, oldest first; empty when it is not refused now
 * @param record a payment request whose record is not checked yet, null if none
 * @param deduction the newest, null if there was none
 * @param obstacle what has to happen before a disputed charge is over; null if nothing
 * @param diagnosis of the last test that failed, null if none did
 */
record LotFacts(
        LotBinding binding,
        String vendorGroup,
        Instant keyAt,
        Instant vehicleAt,
        List<LotWord> refusal,
        AwaitedRecord record,
        Deduction deduction,
        DisputeObstacle obstacle,
        Diagnosis diagnosis) {

    /** Nothing but the binding. */
    static LotFacts of(LotBinding binding) {
        return new LotFacts(binding, null, null, null, List.of(), null, null, null, null);
    }

    String channel() {
        return Channel.of(binding.channel()).displayName();
    }

    boolean over() {
        return over(binding);
    }

    static boolean over(LotBinding binding) {
        return switch (binding.state()) {
            case LIVE, SUSPENDED, WITHDRAWN -> true;
            case CONFIGURED, REGISTERED, TESTING -> false;
        };
    }

    boolean withdrawing() {
        return binding.withdrawalRequestedAt() != null && !over();
    }
}
