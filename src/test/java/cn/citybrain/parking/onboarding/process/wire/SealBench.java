package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.MortalDatabase;
import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Chainer;
import cn.citybrain.parking.onboarding.seal.proof.Verification;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the chain costs: the same onboarding, to LIVE and over the wire, with and without it, in turns of one run. Without it
 * means that the application is given the pool itself. {@code mvn -Pbench test -Dtest=SealBench}; printed and written to
 * {@code target/bench/}.
 */
@OnboardingTest
class SealBench {

    private static final int WARM_UP = 4;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 25);
    private static final double MOST = 1.05;

    @Autowired
    ApplicationContext app;

    @Autowired
    DataSource database;

    @Autowired
    Chainer chainer;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    private int plates = 10_000;

    @Test
    void measure() throws SQLException, IOException {
        MortalDatabase outside = (MortalDatabase) database;
        DataSource sealed = outside.getTargetDataSource();
        DataSource pool = database.unwrap(HikariDataSource.class);
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> chaining = new ArrayList<>();
        WireBench wire = new WireBench(app);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            outside.setTargetDataSource(pool);
            double plain = seconds(() -> play(wire));
            outside.setTargetDataSource(sealed);
            double told = seconds(() -> play(wire));
            double chained = seconds(chainer::chainAll);
            if (round >= WARM_UP) {
                without.add(plain);
                with.add(told);
                chaining.add(chained);
            }
        }
        wire.close();
        double ratio = median(with) / median(without);
        double behind = median(chaining) / median(without);
        long entries =
                jdbc.sql("SELECT COUNT(*) FROM seal_entry").query(Long.class).single();
        double verified = seconds(() -> verification.run(SealScope.WHOLE));
        String text = ("%s: an onboarding of one lot, median of %d in turns%n"
                        + "  without the chain              %7.1f ms%n"
                        + "  with it                        %7.1f ms, ratio %.3f%n"
                        + "  chained afterwards, beside it  %7.1f ms, %.3f of an onboarding%n"
                        + "  entries of an onboarding       %7.0f%n"
                        + "  a whole verification           %7.1f s for %,d entries%n")
                .formatted(
                        TestDatabase.onPostgres() ? "PostgreSQL" : "H2",
                        ROUNDS,
                        median(without) * 1000,
                        median(with) * 1000,
                        ratio,
                        median(chaining) * 1000,
                        behind,
                        (double) entries / (WARM_UP + ROUNDS),
                        verified,
                        entries);
        System.out.print(text);
        Path file = Path.of("target/bench/seal-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(ratio).as("with the chain to without it").isLessThan(MOST);
    }

    private void play(WireBench wire) {
        String plate = "浙A" + plates++;
        WiredApplication application = WiredApplication.apply(
                wire, Channel.WECHATPAY, wire.bench.merchant, List.of(wire.lot(wire.bench.merchant)));
        LotBinding lot = application.until("userTask_bindLots").bind().get(0);
        wire.register(lot, plate);
        wire.prepared(lot);
        wire.visit(lot, plate, 500);
        wire.settle(lot);
        assertThat(wire.state(lot)).isEqualTo(BindingState.LIVE);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> all) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
