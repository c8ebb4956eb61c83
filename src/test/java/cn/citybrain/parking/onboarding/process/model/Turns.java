package cn.citybrain.parking.onboarding.process.model;

import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people and channels do at a step instead of the usual. */
final class Turns {

    private static final String WRONG = "与证照不一致";

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
            walk.bench.applications.remark(
                    walk.no, List.of(new FieldIssue(field, WRONG)), RemarkSource.CHANNEL, walk.channel.code());
            walk.bench.applications.channelSaid(walk.no, WRONG);
            walk.complete(key, Map.of(variable, decision));
        };
    }

    /** Nobody does anything for so long. */
    static Way.Act waits(Duration time) {
        return (walk, key) -> walk.bench.clock.advance(time);
    }

    static Way.Act refuses() {
        return (walk, key) -> walk.bench.refuse(walk.no, "不在接入范围");
    }

    static Way.Act withdraws() {
        return (walk, key) -> walk.bench.withdrawals.application(walk.no, Walk.OPERATOR, "换账户");
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
}
