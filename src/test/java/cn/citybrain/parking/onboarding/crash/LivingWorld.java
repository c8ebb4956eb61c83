package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Channel, lots and mail server that live on whatever becomes of the product. */
final class LivingWorld implements AutoCloseable {

    static final int FEE = 500;

    private final SimulatorServer simulator;
    private final ChannelDesk desk;

    /** @param port where the product answers */
    LivingWorld(int port) {
        simulator = SimulatorServer.start(Map.of(
                "simulator.port",
                0,
                "simulator.mail-port",
                0,
                "simulator.platform-url",
                "http://localhost:" + port,
                "simulator.database",
                "jdbc:h2:mem:world-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        desk = simulator.part(ChannelDesks.class).of("wechatpay");
        desk.autopilot(true);
    }

    String url() {
        return simulator.url();
    }

    /** From now on lots and channel call the product there. */
    void meet(int port) {
        simulator.meet(Clock.system(ZoneId.of("Asia/Shanghai")), URI.create("http://localhost:" + port));
    }

    ChannelDesk desk() {
        return desk;
    }

    /** The next charge of a plate is made, but its answer comes after the product is gone, and nobody calls back. */
    void chargeAndKeepSilent(String plate) {
        desk.plan(Fault.once(WechatPayOperation.DEDUCT, Fault.Kind.DONE_THEN_HOLD)
                .matching(plate)
                .holding(20_000));
        desk.plan(Fault.once(WechatPayOperation.NOTIFY, Fault.Kind.NOTICE_NEVER).matching(plate));
    }

    /** A whole flawless visit. */
    void visit(String lotCode, String plate) {
        RestClient.create(simulator.url())
                .post()
                .uri("/demo/api/lots/{code}/visits", lotCode)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("plateNo", plate, "plateColor", 1, "amount", FEE))
                .retrieve()
                .toBodilessEntity();
    }

    List<LedgerEntry> charges(String plate) {
        return simulator.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
                .filter(entry -> entry.plateNo().equals(plate))
                .toList();
    }

    List<LedgerEntry> refunds() {
        return simulator.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.REFUND)
                .toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
