package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.UnsignedVehicle;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The ways in which a lot's record of a visit goes wrong: at least one for each rule of the platform's record check, and
 * each breaks one rule only.
 */
public enum SpoiledRecord {
    NO_ENTRY("没有入场记录", plan -> plan.entry = false),
    NO_EXIT("没有离场记录", plan -> plan.exit = false),
    EXIT_BEFORE_ENTRY("离场时间早于入场时间", plan -> plan.leftAt = plan.enteredAt.minus(Duration.ofMinutes(10))),
    STAY_TOO_SHORT("停留只有 5 秒", plan -> plan.enteredAt = plan.leftAt.minusSeconds(5)),
    ENTRY_LATE("两小时前入场，现在才上传", plan -> plan.enteredAt = plan.now.minus(Duration.ofHours(2))),
    ENTRY_AFTER_EXIT("离场之后才上传入场", plan -> plan.entryAfterExit = true),
    OTHER_PLATE_AT_EXIT("离场车牌与入场不一致", plan -> plan.exitPlateNo = "浙A0X0X0"),
    UNREGISTERED_PLATE("车牌没有登记为测试车辆", plan -> {}),
    NO_ENTRY_PHOTO("缺少入场照片", plan -> plan.entryPhoto = false),
    NO_EXIT_PHOTO("缺少离场照片", plan -> plan.exitPhoto = false),
    AMOUNT_ZERO("账单金额为 0", plan -> plan.fee(0)),
    AMOUNT_ABOVE_CAP("账单金额 10000 元，超过测试上限", plan -> plan.fee(1_000_000)),
    EXIT_FEE_DIFFERS("离场记录的应收金额与账单不一致", plan -> plan.exitFee = plan.amount + 100),
    PAID_OTHERWISE("离场记录写明已付现金", plan -> plan.paidType = 1),
    ALREADY_PAID("账单写明已支付", plan -> plan.payStatus = 1),
    OLD_BILL("账单时间在三天前", plan -> plan.billedAt = plan.now.minus(Duration.ofDays(3))),
    REPEATED_BILL("同一次停车开出两张账单", plan -> plan.billedTwice = true),
    UNSIGNED_VEHICLE("车主没有签约免密支付（开来的是 " + UnsignedVehicle.PLATE + "，请先连同 openid 登记为测试车辆）", plan -> {});

    private static final String STRANGER = "浙A9Z9Z9";

    private final String meaning;
    private final Consumer<VisitPlan> flaw;

    SpoiledRecord(String meaning, Consumer<VisitPlan> flaw) {
        this.meaning = meaning;
        this.flaw = flaw;
    }

    /** What goes wrong, in Chinese. */
    public String meaning() {
        return meaning;
    }

    /** The plate that drives: another where that is the flaw. */
    String plateOr(String registered) {
        return switch (this) {
            case UNREGISTERED_PLATE -> STRANGER;
            case UNSIGNED_VEHICLE -> UnsignedVehicle.PLATE;
            default -> registered;
        };
    }

    void spoil(VisitPlan plan) {
        flaw.accept(plan);
    }
}
