package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.TestVehicle;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.deduction.record.RecordChecks;
import cn.citybrain.parking.onboarding.deduction.refund.Disputes;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Works out what a lot waits for, from the facts. */
@Component
class NextSteps {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final AccessKeys keys;
    private final TestVehicles vehicles;
    private final Deductions deductions;
    private final Diagnoses diagnoses;
    private final Disputes disputes;
    private final RecordChecks checks;
    private final ConsentWaits consents;
    private final RefusedLots refused;

    NextSteps(
            AccessKeys keys,
            TestVehicles vehicles,
            Deductions deductions,
            Diagnoses diagnoses,
            Disputes disputes,
            RecordChecks checks,
            ConsentWaits consents,
            RefusedLots refused) {
        this.keys = keys;
        this.vehicles = vehicles;
        this.deductions = deductions;
        this.diagnoses = diagnoses;
        this.disputes = disputes;
        this.checks = checks;
        this.consents = consents;
        this.refused = refused;
    }

    NextStep of(LotBinding binding) {
        String channel = Channel.of(binding.channel()).displayName();
        if (binding.withdrawalRequestedAt() != null && !over(binding)) {
            return withdrawing(binding, channel);
        }
        return switch (binding.state()) {
            case CONFIGURED -> refused.step(binding, channel).orElseGet(() -> consents.awaited(binding, channel));
            case REGISTERED -> new NextStep(channel + "已同意，即将开始测试", "", null);
            case TESTING -> test(binding, channel);
            case LIVE -> new NextStep("已正式接入，无需操作", "", binding.liveAt());
            case SUSPENDED -> new NextStep("已暂停收款，请联系运营公司", Role.OPS_SUPERVISOR.title(), null);
            case WITHDRAWN -> new NextStep("已撤回。如需接入：账户已开通的用“增加停车场”，否则重新申请", "", binding.withdrawalRequestedAt());
        };
    }

    /** A withdrawal waits for money that people have to see to: that is not hidden by it. */
    private NextStep withdrawing(LotBinding binding, String channel) {
        return deductions
                .latest(binding.id())
                .filter(found -> found.disputed() || found.withSupervisor())
                .map(found -> money(found, channel))
                .map(step -> new NextStep("撤回之前，" + step.waitsFor(), step.who(), step.since()))
                .orElseGet(() -> new NextStep("正在撤回", "", binding.withdrawalRequestedAt()));
    }

    private NextStep test(LotBinding binding, String channel) {
        Optional<Deduction> deduction =
                deductions.latest(binding.id()).filter(found -> found.state() != DeductionState.FAILED);
        return deduction
                .filter(found -> found.abandonedAt() == null && found.disputeClosedAt() == null)
                .map(found -> money(found, channel))
                .orElseGet(() -> record(binding));
    }

    private NextStep money(Deduction deduction, String channel) {
        if (deduction.disputed()) {
            String over = deduction.chargedNothing() ? "渠道确认没有扣款" : "款项已退回";
            String todo = disputes.obstacle(deduction).orElse(over + "。请在任务“处理有争议的扣款”里决定重新测试或放弃");
            String who = deduction.inDoubt() ? channel : Role.OPS_SUPERVISOR.title();
            return new NextStep("扣款有争议：" + todo, who, since(deduction));
        }
        if (deduction.withSupervisor()) {
            return new NextStep(deduction.words(), Role.OPS_SUPERVISOR.title(), deduction.withSupervisorSince());
        }
        return deduction.state() == DeductionState.SUCCEEDED
                ? new NextStep("测试扣款成功，即将正式接入", "", since(deduction))
                : new NextStep(deduction.words(), channel, since(deduction));
    }

    private NextStep record(LotBinding binding) {
        String vendor = Role.LOT_VENDOR.title();
        Optional<AccessKey> key = keys.of(binding.lotCode());
        if (key.isEmpty()) {
            return new NextStep("请登记停车场系统的 accessID 和公钥", vendor, null);
        }
        List<TestVehicle> registered = vehicles.of(binding.id());
        if (registered.isEmpty()) {
            return new NextStep("请登记测试车辆", vendor, key.get().registeredAt());
        }
        return checks.awaited(binding.id())
                .map(record -> new NextStep(awaited(record), record.lacks().isEmpty() ? "" : vendor, record.since()))
                .orElseGet(() -> drive(binding, vendor, registered.get(0).registeredAt()));
    }

    private static String awaited(AwaitedRecord record) {
        return record.lacks().isEmpty()
                ? "已收到完整的实车记录，等待核对（任务“接口开发与对接准备”须已完成）"
                : "已收到支付申请，还缺" + String.join("、", record.lacks()) + "，最晚等到 " + CLOCK.format(record.until())
                        + "，过时按已收到的内容核对";
    }

    private NextStep drive(LotBinding binding, String vendor, Instant registeredAt) {
        return diagnoses
                .latest(binding.id())
                .map(diagnosis -> new NextStep(
                        "上次测试没有通过：" + diagnosis.text().replace('\n', '；') + "。请改正后再测", vendor, diagnosis.at()))
                .orElseGet(() -> new NextStep("请用测试车辆完整停一次车：入场、离场、申请扣款，并上传照片", vendor, registeredAt));
    }

    private static boolean over(LotBinding binding) {
        return switch (binding.state()) {
            case LIVE, SUSPENDED, WITHDRAWN -> true;
            case CONFIGURED, REGISTERED, TESTING -> false;
        };
    }

    private static Instant since(Deduction deduction) {
        return deduction.decidedAt() != null ? deduction.decidedAt() : deduction.createdAt();
    }
}
