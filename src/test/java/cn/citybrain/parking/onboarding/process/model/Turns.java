package cn.citybrain.parking.onboarding.process.model;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.process.expiry.ForgottenApplications;
import cn.citybrain.parking.onboarding.process.work.Correlations;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people and channels do at a step instead of the usual. */
final class Turns {

    private static final String WRONG = "与证照不一致";
    private static final String SUPERVISOR = "supervisor";

    private Turns() {}

    static Way.Act says(ReviewResult answer) {
        return (walk, key) -> walk.answer(answer);
    }

    static Way.Act decides(String variable, String decision) {
        return (walk, key) -> walk.complete(key, Map.of(variable, decision));
    }

    /** Says what is wrong with a field, and decides. */
    static Way.Act names(String field, String variable, String decision) {
        return (walk, key) -> {
            walk.bench.answers.remark(
                    walk.no, List.of(new FieldIssue(field, WRONG)), RemarkSource.CHANNEL, walk.channel.code());
            walk.bench.answers.said(walk.no, WRONG);
            walk.complete(key, Map.of(variable, decision));
        };
    }

    /** Nobody does anything for so long. */
    static Way.Act waits(Duration time) {
        return (walk, key) -> walk.bench.clock.advance(time);
    }

    /** Nobody does anything until the applicant is told, and nobody does anything then. */
    static Way.Act forgets() {
        return (walk, key) -> {
            for (int days : List.of(53, 7)) {
                walk.bench.clock.advance(Duration.ofDays(days));
                walk.app.getBean(ForgottenApplications.class).runOnce();
            }
        };
    }

    static Way.Act refuses() {
        return (walk, key) -> walk.bench.refuse(walk.no, "不在接入范围");
    }

    static Way.Act withdraws() {
        return (walk, key) -> walk.bench.withdrawals.application(walk.no, Walk.OPERATOR, "换账户");
    }

    static Way.Act discards() {
        return (walk, key) -> {
            walk.app.getBean(ApplicationLife.class).discarded(walk.no, Walk.OPERATOR);
            walk.app.getBean(Correlations.class).discardDraft(walk.no);
        };
    }

    static Way.Act withdrawsTheLot() {
        return (walk, key) -> walk.bench.withdrawals.lot(walk.lot(key).id(), Walk.OPERATOR, "停业");
    }

    /** A vehicle comes to the first lot; the others are withdrawn. */
    static Way.Act drivesOnlyToTheFirstLot() {
        return (walk, key) -> {
            if (walk.lot(key).lotCode().equals(walk.lots.get(0).code())) {
                walk.bench.drive(walk.lot(key));
            } else {
                withdrawsTheLot().at(walk, key);
            }
        };
    }

    /** Devices in the lanes of the lots that are applied for. */
    static Way.Act installs() {
        return UsualSteps::install;
    }

    static Way.Act beginsToInstallMore() {
        return (walk, key) ->
                walk.bench.runtime.startProcessInstanceByKey("etc-devices", Map.of("applicationNo", walk.no));
    }

    /** A device in a lot that is to join the account, and what becomes of it. */
    static Way.Act installsMore(String decision) {
        return (walk, key) -> {
            UsualSteps.device(walk, walk.newLot());
            walk.complete(key, Map.of("moreDevicesDecision", decision));
        };
    }

    /** Waits until the step is overdue, has a supervisor deal with it as far as that, and accepts then. */
    static Way.Act acceptsOnceItIs(String stepOfTheEscalation) {
        return (walk, key) -> {
            List<String> escalated = walk.bench.escalations(key);
            if (escalated.isEmpty()) {
                walk.bench.clock.advance(Duration.ofDays(3));
            } else if (escalated.contains(stepOfTheEscalation)) {
                walk.bench.accept(walk.no);
            } else {
                remind(walk, key);
            }
        };
    }

    private static void remind(Walk walk, String key) {
        int port = walk.app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String task = walk.bench.task(key, "userTask_handleOverdue").getId();
        Browser.of(port, SUPERVISOR).call("POST", "/api/tasks/" + task + "/overdue", "{\"decision\":\"remind\"}");
        walk.bench.tasks.setAssignee(task, SUPERVISOR);
        walk.bench.tasks.complete(task, Map.of("overdueDecision", "remind"));
    }

    static Way.Act asksTheOperatingCompany() {
        return (walk, key) -> {
            walk.app
                    .getBean(LotRefusals.class)
                    .add(walk.lot(key).id(), LotWord.Kind.NOTE, Role.LOT_OPERATOR.group(), Walk.OPERATOR, "请与渠道确认");
            walk.complete(key, Map.of("correctLotDecision", "ask"));
        };
    }

    /** The money first, and then the test. */
    static Way.Act givesBackAndGivesUp() {
        return (walk, key) -> {
            Refunds refunds = walk.app.getBean(Refunds.class);
            long charge = walk.app
                    .getBean(Deductions.class)
                    .latest(walk.lot(key).id())
                    .orElseThrow()
                    .id();
            refunds.approve(refunds.request(charge, SUPERVISOR, "金额不符"), "supervisor2-test");
            walk.app.getBean(Reconciliation.class).sweep();
            walk.complete(key, Map.of("disputedDecision", "giveUp"));
        };
    }

    /** A lot joins the open account the first time, then what was meant for the lots. */
    static Way.Act addsALotAndThen(Way.Act then) {
        return (walk, key) -> {
            if (walk.bench.bindings.ofApplication(walk.no).size() == walk.lots.size()) {
                String code = walk.newLot().code();
                walk.bench.runtime.startProcessInstanceByKey(
                        "add-lot", Map.of("applicationNo", walk.no, "lotCode", code));
            } else {
                then.at(walk, key);
            }
        };
    }

    static Way.Act preparesAndRefusesWhatComesLater() {
        return (walk, key) -> {
            walk.bench.prepare(walk.lot(key));
            walk.bench.channel.registerLot = () -> new LotState.Refused("不在服务范围");
        };
    }
}
