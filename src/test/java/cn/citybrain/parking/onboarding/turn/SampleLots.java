package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.DisputeObstacle;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import java.time.Instant;
import java.util.List;

/** Lots at WeChat Pay with what is known of them. */
final class SampleLots {

    static final Instant SINCE = Instant.parse("2026-11-23T02:00:00Z");

    private SampleLots() {}

    /** As it is while its gate stands at an element. */
    static LotFacts at(String element) {
        return switch (element) {
            case "serviceTask_registerLot", "receiveTask_awaitConsent" -> lot(BindingState.CONFIGURED);
            case "userTask_correctLot" -> refused(new LotWord(Kind.REFUSED, "channel", "wechatpay", "缺少经营权证明", SINCE));
            case "userTask_lotRefused" ->
                refused(
                        new LotWord(Kind.REFUSED, "channel", "wechatpay", "缺少经营权证明", SINCE),
                        new LotWord(Kind.NOTE, "lot-operator", "hubin", "已补交", SINCE),
                        new LotWord(Kind.ASKED, "lot-operator", "hubin", "", SINCE));
            case "receiveTask_awaitDeduction", "serviceTask_deduct" -> charged(DeductionState.SENT, null, null);
            case "userTask_clarifyDeduction" -> charged(DeductionState.UNKNOWN, SINCE, null);
            case "userTask_disputed" -> charged(DeductionState.DISPUTED, null, null);
            default -> lot(BindingState.TESTING);
        };
    }

    static LotFacts lot(BindingState state) {
        return new LotFacts(binding(state), "vendor-zhilian", null, null, List.of(), null, null, null, null);
    }

    static LotFacts refused(LotWord... said) {
        return new LotFacts(
                binding(BindingState.CONFIGURED), "vendor-zhilian", null, null, List.of(said), null, null, null, null);
    }

    static LotFacts charged(DeductionState state, Instant withSupervisor, DisputeObstacle obstacle) {
        boolean disputed = state == DeductionState.DISPUTED;
        Deduction deduction = new Deduction(
                1,
                1,
                1,
                1,
                1,
                "T1",
                "wechatpay",
                "L1",
                "u1",
                "b1",
                500,
                state,
                1,
                SINCE,
                SINCE,
                1,
                null,
                null,
                "",
                null,
                disputed ? 700 : null,
                null,
                "",
                null,
                null,
                SINCE,
                null,
                withSupervisor,
                null);
        return new LotFacts(
                binding(BindingState.TESTING),
                "vendor-zhilian",
                SINCE,
                SINCE,
                List.of(),
                null,
                deduction,
                obstacle,
                null);
    }

    /** @param keyAt null: it has no key @param vehicleAt null: it has no vehicle */
    static LotFacts awaiting(
            String vendor, Instant keyAt, Instant vehicleAt, AwaitedRecord record, List<Finding> findings) {
        Diagnosis diagnosis =
                findings.isEmpty() ? null : new Diagnosis(1, 1, 1, "b1", Diagnosis.Kind.RECORD, findings, SINCE);
        return new LotFacts(
                binding(BindingState.TESTING), vendor, keyAt, vehicleAt, List.of(), record, null, null, diagnosis);
    }

    static LotFacts withdrawing(LotFacts lot) {
        LotBinding b = lot.binding();
        return new LotFacts(
                new LotBinding(
                        b.id(),
                        b.lotId(),
                        b.lotCode(),
                        b.lotName(),
                        b.tenantId(),
                        b.channel(),
                        b.accountId(),
                        b.applicationNo(),
                        b.position(),
                        b.state(),
                        b.channelReference(),
                        b.channelLotId(),
                        SINCE,
                        "停业",
                        false,
                        null),
                lot.vendorGroup(),
                lot.keyAt(),
                lot.vehicleAt(),
                lot.refusal(),
                lot.record(),
                lot.deduction(),
                lot.obstacle(),
                lot.diagnosis());
    }

    private static LotBinding binding(BindingState state) {
        return new LotBinding(
                1,
                1,
                "L1",
                "湖滨停车场",
                "company",
                "wechatpay",
                1,
                "NO1",
                0,
                state,
                "R1",
                "",
                null,
                null,
                false,
                state == BindingState.LIVE ? SINCE : null);
    }
}
