package cn.citybrain.parking.onboarding.process.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings {@code open_task} into step with the engine at every start, so that tasks of a version before, or of a backup, are
 * listed; and now and then, while a node of the version before still writes tasks without rows.
 */
@Component
public class OpenTaskAlignment implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTaskAlignment.class);
    private static final int TOGETHER = 500;

    private final OpenTaskTable table;
    private final TransactionTemplate transaction;

    OpenTaskAlignment(OpenTaskTable table, TransactionTemplate transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        align();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void onSchedule() {
        align();
    }

    /** Returns how many rows were not what the engine had. Several nodes may do so at once. */
    public int align() {
        List<String> astray = new ArrayList<>(new TreeSet<>(table.astray()));
        for (int from = 0; from < astray.size(); from += TOGETHER) {
            List<String> some = astray.subList(from, Math.min(astray.size(), from + TOGETHER));
            try {
                transaction.executeWithoutResult(status -> table.follow(some));
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                LOG.debug("another node lists the same tasks at this moment");
            }
        }
        if (!astray.isEmpty()) {
            LOG.info("{} open tasks were listed wrongly or not at all, and are right now", astray.size());
        }
        return astray.size();
    }
}
