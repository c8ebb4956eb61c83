package cn.citybrain.parking.onboarding.deduction.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRuleTest {

    private static final Instant ENTERED = Instant.parse("2026-11-23T01:00:00Z");
    private static final DeductionSettings LIMITS = new DeductionSettings(
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofHours(24),
            10000,
            List.of(Duration.ofSeconds(5)),
            Duration.ofHours(24),
            Duration.ofDays(30),
            5);

    /** For each rule the flawless record with the one flaw that only this rule finds. */
    private static final Map<RecordRule, UnaryOperator<Draft>> FLAWS = new EnumMap<>(Map.ofEntries(
            Map.entry(RecordRule.ENTRY_PRESENT, d -> d.with(x -> x.enteredAt = null)),
            Map.entry(RecordRule.EXIT_PRESENT, d -> d.with(x -> x.leftAt = null)),
            Map.entry(RecordRule.EXIT_AFTER_ENTRY, d -> d.with(x -> x.leftAt = ENTERED)),
            Map.entry(RecordRule.MINIMUM_STAY, d -> d.with(x -> x.leftAt = ENTERED.plusSeconds(59))),
            Map.entry(RecordRule.ENTRY_REPORTED_LIVE, d -> d.with(x -> x.entryReceivedAt = ENTERED.plusSeconds(601))),
            Map.entry(RecordRule.ENTRY_BEFORE_EXIT, d -> d.with(x -> x.exitReceivedAt = ENTERED.plusSeconds(5))),
            Map.entry(RecordRule.PLATE_REGISTERED, d -> d.with(x -> x.registered = false)),
            Map.entry(RecordRule.PLATE_SAME, d -> d.with(x -> x.exitPlate = "浙A12346")),
            Map.entry(RecordRule.ENTRY_PHOTO, d -> d.with(x -> x.entryPhoto = false)),
            Map.entry(RecordRule.EXIT_PHOTO, d -> d.with(x -> x.exitPhoto = false)),
            Map.entry(RecordRule.AMOUNT_POSITIVE, d -> d.with(x -> x.amount = 0)),
            Map.entry(RecordRule.AMOUNT_WITHIN_CAP, d -> d.with(x -> x.amount = 10001)),
            Map.entry(RecordRule.FEE_EQUALS_BILL, d -> d.with(x -> x.exitFee = 501)),
            Map.entry(RecordRule.NOT_PAID_OTHERWISE, d -> d.with(x -> x.exitPaidType = 1)),
            Map.entry(RecordRule.BILL_FRESH, d -> d.with(x -> x.now = ENTERED.plus(Duration.ofDays(2)))),
            Map.entry(RecordRule.BILL_NOT_REPEATED, d -> d.with(x -> x.repeated = true)),
            Map.entry(RecordRule.AGREEMENT_SIGNED, d -> d.with(x -> x.agreement = AgreementState.NOT_SIGNED))));

    @Test
    void aFlawlessRecordPasses() {
        assertThat(findings(new Draft())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RecordRule.class)
    void eachRuleFindsItsFlawAndNoOtherRuleDoes(RecordRule rule) {
        List<Finding> findings = findings(FLAWS.get(rule).apply(new Draft()));
        assertThat(findings).extracting(Finding::rule).containsExactly(rule.name());
        assertThat(findings.get(0).sentence()).containsPattern("\\p{IsHan}{4}");
        assertThat(findings.get(0).seen()).doesNotContain("浙A12345").doesNotContain("浙A12346");
    }

    @Test
    void nothingButABillNamesEveryMissingPart() {
        Draft draft = new Draft();
        draft.stay = false;
        assertThat(findings(draft))
                .extracting(Finding::rule)
                .containsExactly("ENTRY_PRESENT", "EXIT_PRESENT", "ENTRY_PHOTO", "EXIT_PHOTO");
    }

    @Test
    void thePayStatusOfTheBillCountsToo() {
        assertThat(findings(new Draft().with(x -> x.payStatus = 1)))
                .extracting(Finding::rule)
                .containsExactly("NOT_PAID_OTHERWISE");
    }

    @Test
    void aPayStatusThatNobodyCanReadIsNotTakenForUnpaid() {
        assertThat(findings(new Draft().with(x -> x.payStatus = Bill.UNREADABLE)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("NOT_PAID_OTHERWISE");
                    assertThat(finding.sentence()).contains("payStatus 无法识别");
                });
    }

    @Test
    void aVehicleThatLeftWithoutAPlateIsSaidToHaveNone() {
        assertThat(findings(new Draft().with(x -> x.exitPlate = "无牌车")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("PLATE_SAME");
                    assertThat(finding.seen()).contains("无牌车").doesNotContain("浙A12345");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4})
    void theContactlessPaidTypesOfKnownClientsAreNoOtherMeans(int paidType) {
        assertThat(findings(new Draft().with(x -> x.exitPaidType = paidType))).isEmpty();
    }

    @Test
    void limitsThemselvesPass() {
        assertThat(findings(new Draft().with(x -> x.amount = 10000))).isEmpty();
        assertThat(findings(new Draft().with(x -> x.leftAt = ENTERED.plusSeconds(60))))
                .isEmpty();
        assertThat(findings(new Draft().with(x -> x.entryReceivedAt = ENTERED.plusSeconds(600))))
                .isEmpty();
        assertThat(findings(new Draft().with(x -> x.agreement = AgreementState.UNDETERMINABLE)))
                .isEmpty();
    }

    private static List<Finding> findings(Draft draft) {
        TestRecord record = draft.record();
        return Arrays.stream(RecordRule.values())
                .flatMap(rule -> rule.check(record).stream())
                .toList();
    }

    /** A flawless record that a test spoils. */
    private static final class Draft {
        boolean stay = true;
        Instant enteredAt = ENTERED;
        Instant entryReceivedAt = ENTERED.plusSeconds(5);
        Instant leftAt = ENTERED.plus(Duration.ofMinutes(30));
        Instant exitReceivedAt = ENTERED.plus(Duration.ofMinutes(31));
        String exitPlate = "浙A12345";
        boolean entryPhoto = true;
        boolean exitPhoto = true;
        Integer exitFee;
        Integer exitPaidType;
        int amount = 500;
        int payStatus;
        boolean registered = true;
        boolean repeated;
        AgreementState agreement = AgreementState.SIGNED;
        Instant now = ENTERED.plus(Duration.ofMinutes(32));

        Draft with(java.util.function.Consumer<Draft> flaw) {
            flaw.accept(this);
            return this;
        }

        TestRecord record() {
            Bill bill = new Bill(
                    1,
                    "P1",
                    "U1",
                    "B1",
                    "浙A12345",
                    "浙A·12345",
                    1,
                    ENTERED,
                    leftAt,
                    ENTERED.plus(Duration.ofMinutes(30)),
                    amount,
                    payStatus,
                    ENTERED.plus(Duration.ofMinutes(31)),
                    null);
            Stay visit = new Stay(
                    1,
                    "P1",
                    "U1",
                    "浙A12345",
                    "浙A·12345",
                    1,
                    exitPlate,
                    enteredAt,
                    entryReceivedAt,
                    leftAt,
                    ENTERED,
                    exitReceivedAt,
                    exitFee,
                    exitPaidType,
                    entryPhoto,
                    exitPhoto);
            TestVehicle vehicle = new TestVehicle(
                    1, 7, "P1", "wechatpay", new Plate("浙A12345", 1, ""), agreement, "未签约", null, "v", ENTERED);
            return new TestRecord(bill, stay ? visit : null, registered ? vehicle : null, repeated, 4, now, LIMITS);
        }
    }
}
