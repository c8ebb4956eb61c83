package cn.citybrain.parking.onboarding.access.absence;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what its last day has ended. On any number of nodes: each is settled once. */
@Component
public class StandInSweep {

    private static final Logger LOG = LoggerFactory.getLogger(StandInSweep.class);

    private final StandInTable table;
    private final StandInDesk desk;
    private final Clock clock;

    StandInSweep(StandInTable table, StandInDesk desk, Clock clock) {
        this.table = table;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void runOnce() {
        table.toSettle(LocalDate.now(clock)).forEach(this::settle);
    }

    /** What fails is tried again with the next turn, and keeps nobody else's from being settled. */
    private void settle(long id) {
        try {
            desk.settle(id);
        } catch (RuntimeException e) {
            LOG.error("stand-in {} is over and could not be settled", id, e);
        }
    }
}
