package cn.citybrain.parking.onboarding.channel.etc;

import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement;
import cn.citybrain.parking.onboarding.channel.vehicle.TechnicalRequirement.Fact;
import java.util.List;

/**
 * ETC 技术对接要求, as far as a lot's system has a part in them. ETC publishes none: assumed, from what its gateway contract names
 * (vehicleId, terminalNo, enterTime; {@code channel-gateway.openapi.yaml}).
 */
final class EtcRequirements {

    static final List<TechnicalRequirement> ALL = List.of(
            new TechnicalRequirement(Fact.LANE_TERMINALS, "车道设备", "每条车道的天线（RSU）和 PSAM 终端已登记并验收；停车场系统用表中的车道号和终端号"),
            new TechnicalRequirement(
                    Fact.ENTRY_VEHICLE, "入场：车牌和颜色", "ETC 用“车牌_颜色”认车：uploadCarInData 的 plateNo 和 plateColor（1 至 5）都要有"),
            new TechnicalRequirement(Fact.ENTRY_TIME, "入场：时间", "入场时间参与交易校验码（TAC）：车辆入场当时就上传，先于离场到达"),
            new TechnicalRequirement(Fact.EXIT_VEHICLE, "离场：同一辆车", "uploadCarOutData 用入场的 uid、车牌和颜色"),
            new TechnicalRequirement(
                    Fact.CHARGE_FACTS,
                    "扣款申请：与入场、离场一致",
                    "applyPayment 的 uid、车牌、arriveTime、endTime 与入场、离场相同，否则交易校验码（TAC）对不上"),
            new TechnicalRequirement(Fact.CHARGE_TERMINAL, "扣款：本停车场的终端", "ETC 答复里的 terminalNo 是本停车场车道上已验收的终端"));

    private EtcRequirements() {}
}
