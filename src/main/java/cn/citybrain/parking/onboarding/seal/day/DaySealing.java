package cn.citybrain.parking.onboarding.seal.day;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.DaySealed;
import cn.citybrain.parking.onboarding.seal.chain.Block;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import cn.citybrain.parking.onboarding.seal.key.Signature;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals days that are over, each once, on whichever node comes first; also those on which no node ran at midnight. */
@Component
public class DaySealing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DaySeals seals;
    private final ChainTables chain;
    private final SealKeys keys;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DaySealing(
            DaySeals seals,
            ChainTables chain,
            SealKeys keys,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.chain = chain;
        this.keys = keys;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** After midnight, and every hour for days that are still open. */
    @Scheduled(cron = "${onboarding.seal.seal-at:0 5 * * * *}", zone = "Asia/Shanghai")
    void onSchedule() {
        sealDue();
    }

    /** Seals every day that is over. Returns how many. */
    public int sealDue() {
        int sealed = 0;
        while (Boolean.TRUE.equals(transaction.execute(tx -> sealNext()))) {
            sealed++;
        }
        return sealed;
    }

    private boolean sealNext() {
        chain.lock();
        Optional<DaySeal> before = seals.last();
        long after = before.map(DaySeal::lastBlock).orElse(0L);
        Optional<Instant> oldest = oldest(after);
        if (oldest.isEmpty()) {
            return false;
        }
        LocalDate day = oldest.get().atZone(ZONE).toLocalDate();
        Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        if (clock.instant().isBefore(end)) {
            return false;
        }
        seal(before, after, day, end);
        return true;
    }

    /** The earliest time of a block that is not sealed; not the first one's, which may be of a node whose clock was ahead. */
    private Optional<Instant> oldest(long after) {
        return jdbc
                .sql("SELECT at FROM seal_block WHERE no > ? ORDER BY at FETCH FIRST 1 ROWS ONLY")
                .param(after)
                .query((row, n) -> SqlTime.read(row, "at"))
                .list()
                .stream()
                .findFirst();
    }

    private void seal(Optional<DaySeal> before, long after, LocalDate day, Instant end) {
        Block last = chain.block(jdbc.sql("SELECT MAX(no) FROM seal_block WHERE no > ? AND at < ?")
                        .params(after, SqlTime.of(end))
                        .query(Long.class)
                        .single())
                .orElseThrow();
        long entries = jdbc.sql("SELECT SUM(entries) FROM seal_block WHERE no > ? AND no <= ?")
                .params(after, last.no())
                .query(Long.class)
                .single();
        DaySeal open = new DaySeal(
                before.map(DaySeal::no).orElse(0L) + 1,
                day,
                after + 1,
                last.no(),
                entries,
                last.hash(),
                before.map(DaySeal::signature).orElse(""),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "",
                "");
        Signature signature = keys.sign(open.text());
        DaySeal sealed = open.signed(signature.keyId(), signature.value());
        seals.add(sealed);
        events.publishEvent(new DaySealed(sealed));
    }
}
