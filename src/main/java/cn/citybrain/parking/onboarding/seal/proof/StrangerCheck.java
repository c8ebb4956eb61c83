package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.chain.BaselineTable;
import cn.citybrain.parking.onboarding.seal.chain.Entry;
import cn.citybrain.parking.onboarding.seal.chain.EntryTable;
import cn.citybrain.parking.onboarding.seal.chain.Layout;
import cn.citybrain.parking.onboarding.seal.chain.Layouts;
import cn.citybrain.parking.onboarding.seal.chain.RowKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Goes through every row of every table and finds those that the chain does not know. */
@Component
@Order(50)
class StrangerCheck implements SealCheck {

    private static final int ROWS = 500;

    private final Layouts layouts;
    private final RowKeys rows;
    private final EntryTable entries;
    private final BaselineTable baselines;
    private final SecondLook secondLook;

    StrangerCheck(Layouts layouts, RowKeys rows, EntryTable entries, BaselineTable baselines, SecondLook secondLook) {
        this.layouts = layouts;
        this.rows = rows;
        this.entries = entries;
        this.baselines = baselines;
        this.secondLook = secondLook;
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        if (!scope.isWhole()) {
            return Optional.empty();
        }
        Findings findings = new Findings("外来的行");
        baselines.all().forEach(pass -> SealedTables.named(pass.table()).ifPresent(table -> check(table, findings)));
        return Optional.of(findings.result());
    }

    private void check(SealedTable table, Findings findings) {
        List<Integer> ids = layouts.ids(table.name());
        if (ids.isEmpty()) {
            findings.note("表 " + table.name() + " 还没有基线");
            return;
        }
        Layout layout = layouts.byId().get(ids.get(ids.size() - 1));
        String after = null;
        List<String> page = rows.page(layout, after, ROWS);
        while (!page.isEmpty() && !findings.isFull()) {
            findings.looked(page.size());
            Map<String, List<Entry>> known = entries.history(ids, page);
            page.stream()
                    .filter(key -> !known.containsKey(key))
                    .forEach(key -> secondLook.settle(table, key, findings));
            after = page.get(page.size() - 1);
            page = rows.page(layout, after, ROWS);
        }
    }
}
