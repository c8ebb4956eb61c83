package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.key.SealSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows over that nobody told of: those that were there before a version that seals them, and those that a node of an
 * earlier version still wrote beside it. A table is gone through at once, and, where rows were found, a second time when no
 * such node can be left. After that it is settled: a row without its fact is no row of the product.
 */
@Component
public class Baseline {

    private static final int PAGE = 500;

    private final BaselineTable passes;
    private final ChainTables chain;
    private final Chainer chainer;
    private final Layouts layouts;
    private final RowKeys keys;
    private final Facts facts;
    private final SealSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private volatile boolean settled;

    Baseline(
            BaselineTable passes,
            ChainTables chain,
            Chainer chainer,
            Layouts layouts,
            RowKeys keys,
            Facts facts,
            SealSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.passes = passes;
        this.chain = chain;
        this.chainer = chainer;
        this.layouts = layouts;
        this.keys = keys;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes through one page of one table. False if there is nothing to do now. */
    public boolean advance() {
        return !settled && Boolean.TRUE.equals(transaction.execute(tx -> page()));
    }

    private boolean page() {
        Head head = chain.lock();
        Instant now = clock.instant();
        Set<String> there = passes.tables();
        SealedTables.all().stream()
                .filter(table -> there.contains(table.name()))
                .forEach(table -> passes.begin(table.name(), now));
        List<BaselineTable.Pass> open = passes.open();
        settled = open.isEmpty();
        Optional<BaselineTable.Pass> due =
                open.stream().filter(pass -> pass.isDue(now)).findFirst();
        due.ifPresent(pass -> page(head, pass, now));
        return due.isPresent();
    }

    private void page(Head head, BaselineTable.Pass pass, Instant now) {
        SealedTable table = SealedTables.named(pass.table()).orElseThrow();
        List<String> page = keys.page(layouts.current(table), pass.lastKey(), PAGE);
        // rows first, then facts: a row that is written in between has its fact
        List<Draft> found = chainer.drafts(Entry.Kind.BASELINE, table, page);
        Set<String> told = found.isEmpty() ? Set.of() : facts.waiting();
        List<Draft> untold = found.stream()
                .filter(draft -> !told.contains(table.name() + "\t" + draft.key()))
                .filter(draft -> !draft.state().equals(RowStates.GONE))
                .toList();
        chainer.append(head, untold);
        if (page.size() == PAGE) {
            passes.goOn(pass, page.get(page.size() - 1), untold.size());
        } else {
            end(pass, untold.size(), now);
        }
    }

    private void end(BaselineTable.Pass pass, int taken, Instant now) {
        boolean second = pass.settlesAt() != null;
        if (second || pass.taken() + taken == 0) {
            passes.settle(pass, taken, now);
        } else {
            passes.again(pass, taken, pass.begunAt().plus(settings.settleAfter()));
        }
    }
}
