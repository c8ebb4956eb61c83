package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.chain.Entry;
import cn.citybrain.parking.onboarding.seal.chain.EntryTable;
import cn.citybrain.parking.onboarding.seal.chain.Layout;
import cn.citybrain.parking.onboarding.seal.chain.Layouts;
import cn.citybrain.parking.onboarding.seal.chain.RowStates;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares every row that the chain knows with its last entry, in the order of the chain: what was changed, deleted, or is back. */
@Component
@Order(40)
class RowCheck implements SealCheck {

    private static final int ENTRIES = 500;

    private final BlockRange range;
    private final EntryTable entries;
    private final Layouts layouts;
    private final RowStates states;
    private final SecondLook secondLook;
    private final RowHistories histories;

    RowCheck(
            BlockRange range,
            EntryTable entries,
            Layouts layouts,
            RowStates states,
            SecondLook secondLook,
            RowHistories histories) {
        this.range = range;
        this.entries = entries;
        this.layouts = layouts;
        this.states = states;
        this.secondLook = secondLook;
        this.histories = histories;
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        Findings findings = new Findings("表中的行");
        BlockRange.Range blocks = range.of(scope);
        Map<Integer, Layout> known = layouts.byId();
        List<Entry> page = entries.entries(blocks.after(), Integer.MAX_VALUE, blocks.last(), ENTRIES);
        while (!page.isEmpty() && !findings.isFull()) {
            Set<Place> places = places(page);
            byTable(page, known, findings).forEach((table, keys) -> check(table, keys, places, known, findings));
            Entry last = page.get(page.size() - 1);
            page = entries.entries(last.block(), last.position(), blocks.last(), ENTRIES);
        }
        return Optional.of(findings.result());
    }

    private static Set<Place> places(List<Entry> entries) {
        Set<Place> places = new LinkedHashSet<>();
        entries.forEach(entry -> places.add(Place.of(entry)));
        return places;
    }

    private record Place(long block, int position) {
        static Place of(Entry entry) {
            return new Place(entry.block(), entry.position());
        }
    }

    private static Map<String, Set<String>> byTable(List<Entry> page, Map<Integer, Layout> known, Findings findings) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Entry entry : page) {
            Layout layout = known.get(entry.layoutId());
            boolean aboutRow = entry.kind() != Entry.Kind.REFUSED && layout != null;
            if (aboutRow && SealedTables.named(layout.tableName()).isPresent()) {
                keys.computeIfAbsent(layout.tableName(), table -> new LinkedHashSet<>())
                        .add(entry.key());
            } else if (aboutRow) {
                findings.note("表 " + layout.tableName() + " 不再属于封存范围，没有核对");
            }
        }
        return keys;
    }

    private void check(String table, Set<String> keys, Set<Place> page, Map<Integer, Layout> known, Findings findings) {
        Map<Layout, Map<String, Entry>> due = new LinkedHashMap<>();
        entries.history(layouts.ids(table), keys).forEach((key, history) -> {
            Entry last = history.get(history.size() - 1);
            // an older entry of the row is passed over: its last one comes later
            if (page.contains(Place.of(last))) {
                histories.check(table, key, history, findings);
                due.computeIfAbsent(known.get(last.layoutId()), layout -> new LinkedHashMap<>())
                        .put(key, last);
            }
        });
        due.forEach((layout, rows) -> compare(layout, rows, findings));
    }

    private void compare(Layout layout, Map<String, Entry> rows, Findings findings) {
        if (layout == null || !layouts.isReadable(layout)) {
            findings.note("表 " + (layout == null ? "" : layout.tableName()) + " 的列已由升级改动，较早封存的行没有核对");
            return;
        }
        findings.looked(rows.size());
        Map<String, String> now = states.of(layout, rows.keySet());
        rows.forEach((key, last) -> {
            if (!now.get(key).equals(last.state())) {
                secondLook.settle(layout.table(), key, findings);
            }
        });
    }
}
