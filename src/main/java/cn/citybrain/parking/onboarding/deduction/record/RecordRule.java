package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.deduction.TestVehicle.AgreementState;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.words.Yuan;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a complete 先离场后付费 record of a test vehicle must fulfil (gate, step 4). */
enum RecordRule {
    ENTRY_PRESENT(TestRecord::entered, r -> "没有收到入场记录，请检查 uploadCarInData 是否以同一个 uid 上传", SeenValues::visit),

    EXIT_PRESENT(TestRecord::left, r -> "没有收到离场记录，请检查 uploadCarOutData 是否以同一个 uid 上传", SeenValues::visit),

    EXIT_AFTER_ENTRY(
            r -> !r.complete() || r.stay().leftAt().isAfter(r.stay().enteredAt()),
            r -> "离场时间不晚于入场时间，请检查车场设备的时钟",
            SeenValues::times),

    MINIMUM_STAY(
            r -> !r.complete()
                    || !r.stay().leftAt().isAfter(r.stay().enteredAt())
                    || r.parked().compareTo(r.limits().minimumStay()) >= 0,
            r -> "停车时长不足" + words(r.limits().minimumStay()) + "，请让测试车辆真实停放后再离场",
            r -> "停放 " + r.parked().toSeconds() + " 秒，" + SeenValues.times(r)),

    ENTRY_REPORTED_LIVE(
            r -> !r.entered() || r.entryDelay().compareTo(r.limits().entryWithin()) <= 0,
            r -> "入场记录在入场后超过" + words(r.limits().entryWithin()) + "才上传，请确认车场系统实时上传入场记录",
            SeenValues::entryDelay),

    ENTRY_BEFORE_EXIT(
            r -> !r.complete()
                    || r.stay().exitReceivedAt() == null
                    || r.stay().entryReceivedAt().isBefore(r.stay().exitReceivedAt()),
            r -> "入场记录没有先于离场记录到达，请确认车场系统在入场当时就上传",
            SeenValues::arrivals),

    PLATE_REGISTERED(r -> r.vehicle() != null, r -> "账单车牌没有登记为本停车场该渠道的测试车辆，请先登记测试车辆", SeenValues::billPlate),

    PLATE_SAME(r -> r.plates().distinct().count() == 1, r -> "入场、离场与账单的车牌不一致，请检查车牌识别", SeenValues::plates),

    ENTRY_PHOTO(
            r -> r.stay() != null && r.stay().entryPhoto(), r -> "缺少入场照片，请检查 uploadPhoto（type 1）", SeenValues::photos),

    EXIT_PHOTO(
            r -> r.stay() != null && r.stay().exitPhoto(), r -> "缺少离场照片，请检查 uploadPhoto（type 2）", SeenValues::photos),

    AMOUNT_POSITIVE(r -> r.bill().amount() > 0, r -> "账单金额必须大于 0，请让测试车辆产生费用后再离场", SeenValues::amount),

    AMOUNT_WITHIN_CAP(
            r -> r.bill().amount() <= r.limits().amountCap(),
            r -> "账单金额超过测试上限 " + Yuan.of(r.limits().amountCap()) + "，请用较小的金额测试（shouldPay 的单位是分）",
            SeenValues::amount),

    FEE_EQUALS_BILL(
            r -> r.stay() == null
                    || r.stay().exitFee() == null
                    || r.stay().exitFee() == r.bill().amount(),
            r -> "离场记录的费用与账单金额不一致，请检查计费",
            SeenValues::fees),

    NOT_PAID_OTHERWISE(
            r -> r.bill().payStatus() == 0 && !paidByOtherMeans(r),
            r -> r.bill().payStatus() == Bill.UNREADABLE
                    ? "账单的支付状态 payStatus 无法识别，未支付的账单请填 0"
                    : "账单显示已用其他方式支付，测试车辆请勿在车场付费，由渠道代扣",
            SeenValues::payment),

    BILL_FRESH(
            r -> r.bill().billedAt().isAfter(r.now().minus(r.limits().billMaxAge())),
            r -> "账单已超过" + words(r.limits().billMaxAge()) + "，请重新完成一次测试停车",
            SeenValues::age),

    BILL_NOT_REPEATED(r -> r.repeated().isEmpty(), r -> "这次停车还有另一张账单，同一次停车只能申请一次扣款，请检查是否重复出账", SeenValues::bills),

    AGREEMENT_SIGNED(
            r -> r.vehicle() == null || r.vehicle().agreement() != AgreementState.NOT_SIGNED,
            r -> "测试车辆没有与渠道签约免密支付，请车主先签约",
            r -> SeenValues.billPlate(r) + "，渠道答复“" + r.vehicle().agreementText() + "”");

    /** Contactless payments that a known client reports as 3, whatever the channel (protocol citybrain). */
    private static final int CONTACTLESS = 3;

    private final Predicate<TestRecord> fulfilled;
    private final Function<TestRecord, String> sentence;
    private final Function<TestRecord, String> seen;

    RecordRule(
            Predicate<TestRecord> fulfilled, Function<TestRecord, String> sentence, Function<TestRecord, String> seen) {
        this.fulfilled = fulfilled;
        this.sentence = sentence;
        this.seen = seen;
    }

    /** Empty when the record fulfils the rule. The sentence ends with the values that it is about, and where each came from. */
    Optional<Finding> check(TestRecord test) {
        if (fulfilled.test(test)) {
            return Optional.empty();
        }
        String values = seen.apply(test);
        return Optional.of(new Finding(name(), sentence.apply(test) + "：" + values, values));
    }

    private static boolean paidByOtherMeans(TestRecord test) {
        Integer claimed = test.stay() == null ? null : test.stay().exitPaidType();
        return claimed != null && claimed != 0 && claimed != CONTACTLESS && claimed != test.paidType();
    }

    private static String words(Duration limit) {
        if (limit.compareTo(Duration.ofHours(2)) >= 0) {
            return " " + limit.toHours() + " 小时";
        }
        return limit.compareTo(Duration.ofMinutes(2)) >= 0
                ? " " + limit.toMinutes() + " 分钟"
                : " " + limit.toSeconds() + " 秒";
    }
}
