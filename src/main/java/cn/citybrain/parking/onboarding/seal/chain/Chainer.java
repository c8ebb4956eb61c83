package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends to the chain. One at a time: whoever does holds its head, for as long as it takes to read the rows of a few
 * hundred facts. Those who write story rows never wait for it.
 */
@Component
public class Chainer {

    private static final int KEY_LENGTH = 600;

    private final ChainTables chain;
    private final EntryTable entryTable;
    private final Facts facts;
    private final Layouts layouts;
    private final RowStates states;
    private final SealKeys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Chainer(
            ChainTables chain,
            EntryTable entryTable,
            Facts facts,
            Layouts layouts,
            RowStates states,
            SealKeys keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.chain = chain;
        this.entryTable = entryTable;
        this.facts = facts;
        this.layouts = layouts;
        this.states = states;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Chains what waits until nothing does. Returns the number of facts. */
    public int chainAll() {
        return chainAll(() -> {
            chain.lock();
            return true;
        });
    }

    /** As {@link #chainAll}, as long as nobody else is at it: what waits is then theirs. */
    int chainIfFree() {
        return chainAll(chain::lockIfFree);
    }

    private int chainAll(BooleanSupplier hold) {
        int all = 0;
        for (int some = chain(hold); some > 0; some = chain(hold)) {
            all += some;
        }
        return all;
    }

    /** Chains some of what waits, in a transaction of its own. Returns the number of facts; 0: nothing waits for us. */
    private int chain(BooleanSupplier hold) {
        return facts.any() ? transaction.execute(tx -> hold.getAsBoolean() ? chainSome() : 0) : 0;
    }

    private int chainSome() {
        List<Facts.Fact> some = facts.next();
        if (!some.isEmpty()) {
            append(drafts(some));
            facts.delete(some);
        }
        return some.size();
    }

    /** Within the transaction that holds the head. */
    void append(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        Head head = chain.head();
        long no = head.block() + 1;
        RunningHash hash = new RunningHash(head.hash());
        List<Entry> entries = new ArrayList<>();
        for (Draft draft : drafts) {
            long link = hash.entry(draft.kind(), draft.layout(), draft.key(), draft.state());
            entries.add(new Entry(
                    no, entries.size() + 1, draft.kind(), draft.layout().id(), draft.key(), draft.state(), link));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Block block = new Block(no, now, entries.size(), hash.block(no, now, entries.size()));
        entryTable.append(entries);
        chain.append(block, keys.sign(Head.text(no, block.hash())));
    }

    private List<Draft> drafts(List<Facts.Fact> some) {
        Map<SealedTable, Set<String>> touched = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (Facts.Fact fact : some) {
            if (fact.genuine()) {
                fact.lines().forEach(line -> add(line, touched));
            } else {
                drafts.add(refused(fact));
            }
        }
        touched.forEach((table, rows) -> drafts.addAll(drafts(Entry.Kind.WRITTEN, table, rows)));
        return drafts;
    }

    private static void add(String line, Map<SealedTable, Set<String>> touched) {
        int tab = line.indexOf('\t');
        SealedTables.named(line.substring(0, tab))
                .ifPresent(table -> touched.computeIfAbsent(table, t -> new LinkedHashSet<>())
                        .add(line.substring(tab + 1)));
    }

    private static Draft refused(Facts.Fact fact) {
        String said = String.join(" ", fact.lines()).replace('\t', ' ');
        return new Draft(
                Entry.Kind.REFUSED,
                Layout.NONE,
                said.substring(0, Math.min(said.length(), KEY_LENGTH)),
                RowStates.GONE);
    }

    /** Those rows of which the chain does not say yet what they are. */
    List<Draft> drafts(Entry.Kind kind, SealedTable table, Collection<String> rows) {
        Layout layout = layouts.current(table);
        Map<String, String> now = states.of(layout, rows);
        Map<String, List<Entry>> known = entryTable.history(layouts.ids(table.name()), rows);
        return rows.stream()
                .filter(key -> !lastState(known.get(key)).equals(now.get(key)))
                .map(key -> new Draft(kind, layout, key, now.get(key)))
                .toList();
    }

    /** A row that the chain knows nothing of is gone as far as it knows. */
    private static String lastState(List<Entry> history) {
        return history == null
                ? RowStates.GONE
                : history.get(history.size() - 1).state();
    }
}
