package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.Life;
import cn.citybrain.parking.onboarding.seal.RemovalNotices;
import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.chain.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What became of a row, by the chain alone: what is written once does not change, and what is kept is removed with a notice only. */
@Component
class RowHistories {

    private final Optional<RemovalNotices> notices;

    RowHistories(ObjectProvider<RemovalNotices> notices) {
        this.notices = Optional.ofNullable(notices.getIfAvailable());
    }

    /** @param history at least one entry */
    void check(String table, String key, List<Entry> history, Findings findings) {
        Life life = SealedTables.named(table).map(SealedTable::life).orElse(Life.DELETED);
        Entry last = history.get(history.size() - 1);
        if (life != Life.DELETED && last.isGone() && !isNoticed(table, key)) {
            findings.add(Words.row(table, key), "已由本系统的语句删除（" + place(last) + "），但没有清除记录");
        }
        if (life == Life.APPENDED && changed(history).isPresent() && !isNoticed(table, key)) {
            findings.add(
                    Words.row(table, key),
                    "这类记录写入后不再改动，却在" + place(changed(history).get()) + "变成了另一个内容");
        }
    }

    /** The first entry with another state than the one before, under the same columns. */
    private static Optional<Entry> changed(List<Entry> history) {
        for (int i = 1; i < history.size(); i++) {
            Entry before = history.get(i - 1);
            Entry now = history.get(i);
            if (!before.isGone() && !now.isGone() && before.layoutId() == now.layoutId()) {
                return Optional.of(now);
            }
        }
        return Optional.empty();
    }

    private boolean isNoticed(String table, String key) {
        return notices.isPresent() && notices.get().noticed(table, Set.of(key)).contains(key);
    }

    private static String place(Entry entry) {
        return "第 " + entry.block() + " 块第 " + entry.position() + " 条";
    }
}
