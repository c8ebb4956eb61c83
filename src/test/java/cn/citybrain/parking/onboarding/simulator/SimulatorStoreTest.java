package cn.citybrain.parking.onboarding.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.AtOnce;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorStoreTest {

    @TempDir
    Path folder;

    @Test
    void remembersAcrossRestarts() {
        try (SimulatorServer first = start()) {
            first.part(SimulatorStore.class).put("thing", "b", new Thing("one", Instant.EPOCH));
            first.part(SimulatorStore.class).put("thing", "a", new Thing("two", Instant.EPOCH));
            first.part(SimulatorStore.class).put("thing", "b", new Thing("three", Instant.EPOCH));
            first.part(Ledger.class).book(charge("T1"));
        }
        try (SimulatorServer second = start()) {
            assertThat(second.part(SimulatorStore.class).all("thing", Thing.class))
                    .extracting(Thing::name)
                    .containsExactly("three", "two");
            assertThat(second.part(Ledger.class).entries())
                    .singleElement()
                    .extracting(LedgerEntry::tradeNo, LedgerEntry::amount, LedgerEntry::bookedAt)
                    .isEqualTo(List.of("T1", 500, Instant.EPOCH));
        }
    }

    @Test
    void forgetsAllOfATransactionThatFailed() {
        try (SimulatorServer simulator = start()) {
            SimulatorStore store = simulator.part(SimulatorStore.class);
            store.put("thing", "a", new Thing("before", Instant.EPOCH));
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        store.update("thing", "a", Thing.class, thing -> new Thing("after", Instant.EPOCH));
                        simulator.part(Ledger.class).book(charge("T2"));
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(store.find("thing", "a", Thing.class)).map(Thing::name).hasValue("before");
            assertThat(simulator.part(Ledger.class).entries()).isEmpty();
        }
    }

    @Test
    void aRecordThatManyWriteAtOnceForTheFirstTimeIsOne() {
        try (SimulatorServer simulator = start()) {
            SimulatorStore store = simulator.part(SimulatorStore.class);
            for (int round = 0; round < 20; round++) {
                String id = "thing-" + round;
                AtOnce.each(8, number -> {
                    store.put("thing", id, new Thing("by " + number, Instant.EPOCH));
                    return number;
                });
            }
            assertThat(store.all("thing", Thing.class)).hasSize(20);
        }
    }

    @Test
    void everyMerchantThatIsOpenedHasANumberOfItsOwn() {
        try (SimulatorServer simulator = start()) {
            ChannelDesk desk = simulator.part(ChannelDesks.class).of("cmb");
            desk.adopt("1001", "signed elsewhere", Map.of());
            for (int round = 0; round < 20; round++) {
                AtOnce.all(8, () -> desk.office().accounts().open(1000, "a merchant"));
            }
            assertThat(desk.office().accounts().all()).hasSize(161);
            assertThat(desk.office().accounts().find("1001").orElseThrow().name())
                    .isEqualTo("signed elsewhere");
        }
    }

    private SimulatorServer start() {
        return SimulatorServer.start(Map.of(
                "simulator.port", 0,
                "simulator.mail-port", 0,
                "simulator.database", "jdbc:h2:file:" + folder.resolve("simulator") + ";WRITE_DELAY=0"));
    }

    private static LedgerEntry charge(String tradeNo) {
        return new LedgerEntry(
                0,
                Instant.EPOCH,
                "wechatpay",
                LedgerEntry.Kind.CHARGE,
                tradeNo,
                "4200",
                "190",
                "P1",
                "lot",
                "浙A12345",
                500);
    }

    record Thing(String name, Instant at) {}
}
