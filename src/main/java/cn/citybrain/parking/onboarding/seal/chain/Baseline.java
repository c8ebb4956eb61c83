package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.Life;
import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.key.SealSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows over that nobody told of: those that were there before a version that seals them, and those that a node of an
 * earlier version still wrote beside it. A table is gone through at once, and, unless the database is new, a second time when
 * no such node can be left, also where there was nothing at first. After that it is settled: a row without its fact is no row
 * of the product.
 */
@Component
public class Baseline {

    private static final int PAGE = 500;
    /** Rows with pictures in them: whoever chains waits as long as a page is read. */
    private static final int SMALL_PAGE = 20;

    private final BaselineTable passes;
    private final ChainTables chain;
    private final EntryTable entries;
    private final Chainer chainer;
    private final Layouts layouts;
    private final RowKeys keys;
    private final RowStates states;
    private final Facts facts;
    private final SealSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private volatile boolean settled;

    Baseline(
            BaselineTable passes,
            ChainTables chain,
            EntryTable entries,
            Chainer chainer,
            Layouts layouts,
            RowKeys keys,
            RowStates states,
            Facts facts,
            SealSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.passes = passes;
        this.chain = chain;
        this.entries = entries;
        this.chainer = chainer;
        this.layouts = layouts;
        this.keys = keys;
        this.states = states;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes through one page of one table. False if there is nothing to do now, or somebody else is at it. */
    public boolean advance() {
        return !settled && Boolean.TRUE.equals(transaction.execute(tx -> chain.lockIfFree() && page()));
    }

    private boolean page() {
        Instant now = clock.instant();
        begin(now);
        List<BaselineTable.Pass> open = passes.open();
        settled = open.isEmpty();
        Optional<BaselineTable.Pass> due =
                open.stream().filter(pass -> pass.isDue(now)).findFirst();
        due.ifPresent(pass -> page(pass, now));
        return due.isPresent();
    }

    private void begin(Instant now) {
        Set<String> there = passes.tables();
        Set<String> known = passes.all().stream().map(BaselineTable.Pass::table).collect(Collectors.toSet());
        SealedTables.all().stream()
                .map(SealedTable::name)
                .filter(table -> there.contains(table) && !known.contains(table))
                .forEach(table -> passes.begin(table, now));
    }

    private void page(BaselineTable.Pass pass, Instant now) {
        SealedTable table = SealedTables.named(pass.table()).orElseThrow();
        Layout layout = layouts.current(table);
        int size = layout.hasBytes() ? SMALL_PAGE : PAGE;
        List<String> page = keys.page(layout, pass.lastKey(), size);
        // rows first, then facts: a row that is written in between has its fact
        List<Draft> found = chainer.drafts(Entry.Kind.BASELINE, table, page);
        Set<String> told = found.isEmpty() ? Set.of() : facts.waiting();
        List<Draft> untold = found.stream()
                .filter(draft -> !told.contains(table.name() + "\t" + draft.key()))
                .filter(draft -> !draft.state().equals(RowStates.GONE))
                .toList();
        chainer.append(untold);
        if (page.size() == size) {
            passes.goOn(pass, page.get(page.size() - 1), untold.size());
        } else {
            end(pass, table, untold.size(), now);
        }
    }

    private void end(BaselineTable.Pass pass, SealedTable table, int taken, Instant now) {
        boolean second = pass.settlesAt() != null;
        if (second && table.life() == Life.DELETED) {
            takeDeletions(table);
        }
        if (second) {
            passes.settle(pass, taken, now);
        } else {
            passes.again(pass, taken, pass.begunAt().plus(settings.settleAfter()));
            settleNew(now);
        }
    }

    /** A database that is new knows no earlier version: whatever is written to its tables from now on is told. */
    private void settleNew(Instant now) {
        List<BaselineTable.Pass> all = passes.all();
        if (isNew(all)) {
            all.stream()
                    .filter(pass -> pass.settledAt() == null && pass.taken() == 0)
                    .forEach(pass -> passes.settle(pass, 0, now));
        }
    }

    /** Whether all tables were found at once, and no row in any of ours; the engine begins its own work before facts are kept. */
    static boolean isNew(List<BaselineTable.Pass> all) {
        Instant begun = all.get(0).begunAt();
        return all.stream()
                .allMatch(pass -> pass.begunAt().equals(begun)
                        && pass.settlesAt() != null
                        && (pass.taken() == 0 || pass.table().startsWith("act_")));
    }

    /** What a node of an earlier version took away in the meantime. */
    private void takeDeletions(SealedTable table) {
        Layout layout = layouts.current(table);
        List<String> gone = states.missing(layout, entries.alive(layouts.ids(table.name())));
        Set<String> told = gone.isEmpty() ? Set.of() : facts.waiting();
        chainer.append(gone.stream()
                .filter(key -> !told.contains(table.name() + "\t" + key))
                .map(key -> new Draft(Entry.Kind.BASELINE, layout, key, RowStates.GONE))
                .toList());
    }
}
