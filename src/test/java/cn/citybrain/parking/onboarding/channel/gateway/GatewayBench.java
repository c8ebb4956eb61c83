package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ContractBench;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One channel behind the gateway contract, adapter against simulator. */
public final class GatewayBench {

    public static final String MERCHANT = "3301000009999";

    public final ContractBench bench = ContractBench.shared();
    public final ChannelDesk desk;
    public final ChannelAdapter adapter;
    private final Channel channel;
    private final Dialect dialect;

    public GatewayBench(Channel channel, Dialect dialect) {
        this.channel = channel;
        this.dialect = dialect;
        desk = bench.desk(channel.code());
        desk.adopt(MERCHANT, "合同测试停车有限公司", Map.of());
        adapter = adapter(settings("demo-only-" + channel.code() + "-gateway-secret", Duration.ofSeconds(10)));
    }

    ChannelAdapter adapter(GatewaySettings settings) {
        var blocks = Map.of(channel.code(), new GatewayAdapters.Block(settings));
        return new GatewayAdapters(
                        new GatewayAdapters.Settings(blocks),
                        List.of(dialect),
                        TestLines.patient(bench.kept::add),
                        bench.clock)
                .adapters()
                .get(0);
    }

    GatewaySettings settings(String secret, Duration read) {
        return new GatewaySettings(
                bench.server.url() + "/sim/" + channel.code(),
                "demo-" + channel.code(),
                secret,
                "https://onboarding.example",
                new Deadlines(Duration.ofSeconds(3), read, Duration.ofSeconds(20)));
    }

    /** A lot that the channel has consented to. */
    public LotRegistration registered(List<LaneDevice> devices) {
        LotRegistration lot = bench.lot(MERCHANT, devices);
        LotState.Pending pending = (LotState.Pending) adapter.lots().register(lot);
        String reference = desk.lots().stream()
                .filter(known -> known.outNo().equals(pending.reference()))
                .findFirst()
                .orElseThrow()
                .reference();
        desk.passLot(reference);
        LotState.Registered consent = (LotState.Registered) adapter.lots().state(lot);
        return new LotRegistration(lot.bindingId(), MERCHANT, lot.lot(), consent.reference(), consent.channelLotId());
    }

    /** A vehicle that is about to be charged 15 yuan. */
    public DeductionOrder parked(LotRegistration lot, Plate plate) {
        Visit visit = bench.visit(lot, plate);
        return bench.order(visit, ((EntryResult.Admitted) adapter.vehicles().entered(visit)).reference());
    }
}
