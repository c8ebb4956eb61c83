package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Whose turn it is while the complete record of a test vehicle is awaited: who connects the lot, or its system. */
final class RecordTurns {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private RecordTurns() {}

    static Turn of(LotFacts lot) {
        if (lot.keyAt() == null) {
            return connects(lot, "登记停车场系统的 accessID 和公钥", null);
        }
        if (lot.vehicleAt() == null) {
            return connects(lot, "登记测试车辆", lot.keyAt());
        }
        if (lot.record() != null) {
            boolean complete = lot.record().lacks().isEmpty();
            return Turn.quiet(
                            complete ? new Whose.Platform() : new Whose.LotSystem(),
                            arrived(lot.record()) + (complete ? "，平台即将核对" : ""),
                            lot.record().since())
                    .until(complete ? null : lot.record().until());
        }
        if (lot.diagnosis() == null) {
            return connects(lot, "用测试车辆完整停一次车（入场、离场、申请扣款，并上传照片）", lot.vehicleAt());
        }
        Turn again = connects(lot, "改正后再测", lot.diagnosis().at());
        String why = lot.diagnosis().text().replaceAll("[。；]*\n", "；").replaceFirst("[。；]*$", "");
        return again.saying(again.words().after("上次测试没有通过：" + why + "。"));
    }

    static String arrived(AwaitedRecord record) {
        return record.lacks().isEmpty()
                ? "已收到完整的实车记录"
                : "已收到支付申请，还缺" + String.join("、", record.lacks()) + "，最晚等到 " + CLOCK.format(record.until())
                        + "，过时按已收到的内容核对";
    }

    /** The lot's vendor, or its operator while it has none. */
    private static Turn connects(LotFacts lot, String what, Instant since) {
        Role role = lot.vendorGroup() == null ? Role.LOT_OPERATOR : Role.LOT_VENDOR;
        return new Turn(
                new Whose.People(role),
                Words.of("请您" + what, "等待" + role.title() + what),
                Set.of(lot.vendorGroup() == null ? role.group() : lot.vendorGroup()),
                null,
                since,
                null,
                null,
                null,
                false);
    }
}
