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

    /** What each says of them: both values, and the field that each came from. */
    private static final Map<RecordRule, String> SEEN = new EnumMap<>(Map.ofEntries(
            Map.entry(RecordRule.ENTRY_PRESENT, "账单的 uid U1（billID B1）已收到离场记录"),
            Map.entry(RecordRule.EXIT_PRESENT, "账单的 uid U1（billID B1）已收到入场记录"),
            Map.entry(
                    RecordRule.EXIT_AFTER_ENTRY,
                    "入场 2026-11-23 09:00:00（uploadCarInData 的 arriveTime），离场 2026-11-23 09:00:00（uploadCarOutData 的"
                            + " endTime）"),
            Map.entry(
                    RecordRule.MINIMUM_STAY,
                    "停放 59 秒，入场 2026-11-23 09:00:00（uploadCarInData 的 arriveTime），离场 2026-11-23"
                            + " 09:00:59（uploadCarOutData 的 endTime）"),
            Map.entry(
                    RecordRule.ENTRY_REPORTED_LIVE,
                    "入场 2026-11-23 09:00:00（uploadCarInData 的 arriveTime），平台收到 2026-11-23 09:10:01"),
            Map.entry(
                    RecordRule.ENTRY_BEFORE_EXIT,
                    "入场记录 2026-11-23 09:00:05 收到（uploadCarInData），离场记录 2026-11-23 09:00:05 收到（uploadCarOutData）"),
            Map.entry(RecordRule.PLATE_REGISTERED, "账单 浙A***45（plateNo，billID B1）"),
            Map.entry(
                    RecordRule.PLATE_SAME,
                    "入场 浙A***45（uploadCarInData 的 plateNo），离场 浙A***46（uploadCarOutData 的 plateNo），账单"
                            + " 浙A***45（plateNo，billID B1）"),
            Map.entry(RecordRule.ENTRY_PHOTO, "uid U1 的入场照片（type 1）没有收到，离场照片（type 2）已收到"),
            Map.entry(RecordRule.EXIT_PHOTO, "uid U1 的入场照片（type 1）已收到，离场照片（type 2）没有收到"),
            Map.entry(RecordRule.AMOUNT_POSITIVE, "账单 0.00 元（shouldPay，billID B1）"),
            Map.entry(RecordRule.AMOUNT_WITHIN_CAP, "账单 100.01 元（shouldPay，billID B1）"),
            Map.entry(RecordRule.FEE_EQUALS_BILL, "离场应收 5.01 元（shouldPay），账单 5.00 元（billID B1）"),
            Map.entry(
                    RecordRule.NOT_PAID_OTHERWISE, "payStatus 0（applyPayment，billID B1），paidType 1（uploadCarOutData）"),
            Map.entry(RecordRule.BILL_FRESH, "账单时间 2026-11-23 09:30:00（billTime，billID B1），核对时间 2026-11-25 09:00:00"),
            Map.entry(RecordRule.BILL_NOT_REPEATED, "uid U1，账单 5.00 元（billID B1），账单 7.05 元（billID B2）"),
            Map.entry(RecordRule.AGREEMENT_SIGNED, "账单 浙A***45（plateNo，billID B1），渠道答复“未签约”")));

    @Test
    void aFlawlessRecordPasses() {
        assertThat(findings(new Draft())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RecordRule.class)
    void eachRuleFindsItsFlawAndNoOtherRuleDoes(RecordRule rule) {
        List<Finding> findings = findings(FLAWS.get(rule).apply(new Draft()));
        assertThat(findings).extracting(Finding::rule).containsExactly(rule.name());
        assertThat(findings.get(0).sentence())
                .containsPattern("\\p{IsHan}{4}")
                .endsWith("：" + findings.get(0).seen())
                .endsWith(SEEN.get(rule))
                .doesNotContain("浙A12345")
                .doesNotContain("浙A12346");
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

    @Test
    void platesThatDifferWhereTheyAreMaskedAreSaidToDifferThere() {
        assertThat(findings(new Draft().with(x -> x.exitPlate = "浙A92345")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).endsWith("不同之处在隐去的几位"));
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
            Bill bill = bill("B1", amount);
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
            return new TestRecord(
                    bill,
                    stay ? visit : null,
                    registered ? vehicle : null,
                    repeated ? List.of(bill("B2", 705)) : List.of(),
                    4,
                    now,
                    LIMITS);
        }

        private Bill bill(String number, int money) {
            return new Bill(
                    1,
                    "P1",
                    "U1",
                    number,
                    "浙A12345",
                    "浙A·12345",
                    1,
                    ENTERED,
                    leftAt,
                    ENTERED.plus(Duration.ofMinutes(30)),
                    money,
                    payStatus,
                    ENTERED.plus(Duration.ofMinutes(31)),
                    null);
        }
    }
}
