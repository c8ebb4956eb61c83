package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.chain.BaselineTable;
import cn.citybrain.parking.onboarding.seal.chain.Chainer;
import cn.citybrain.parking.onboarding.seal.chain.Entry;
import cn.citybrain.parking.onboarding.seal.chain.EntryTable;
import cn.citybrain.parking.onboarding.seal.chain.Facts;
import cn.citybrain.parking.onboarding.seal.chain.Layout;
import cn.citybrain.parking.onboarding.seal.chain.Layouts;
import cn.citybrain.parking.onboarding.seal.chain.RowStates;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A row that differs from the chain may just have been written. It is looked at again, the row first, then the facts, then
 * the chain: one that was written in between has its fact or its entry by then.
 */
@Component
class SecondLook {

    private static final int LOOKS = 5;

    private final EntryTable entries;
    private final Layouts layouts;
    private final RowStates states;
    private final Facts facts;
    private final Chainer chainer;
    private final BaselineTable baselines;

    SecondLook(
            EntryTable entries,
            Layouts layouts,
            RowStates states,
            Facts facts,
            Chainer chainer,
            BaselineTable baselines) {
        this.entries = entries;
        this.layouts = layouts;
        this.states = states;
        this.facts = facts;
        this.chainer = chainer;
        this.baselines = baselines;
    }

    void settle(SealedTable table, String key, Findings findings) {
        for (int look = 0; look < LOOKS; look++) {
            Entry before = last(table, key);
            Layout layout = before == null ? newest(table) : layouts.byId().get(before.layoutId());
            String now = states.of(layout, Set.of(key)).get(key);
            boolean told = facts.waiting().contains(table.name() + "\t" + key);
            Entry after = last(table, key);
            if (after == null
                    ? now.isEmpty()
                    : after.equals(before) && after.state().equals(now)) {
                return;
            }
            if (told) {
                chainer.chainAll();
            } else if (after == null ? before == null : after.equals(before)) {
                found(table, key, after, now, findings);
                return;
            }
        }
        findings.note(Words.row(table.name(), key) + " 在核对期间不断改变，没有核对");
    }

    private Entry last(SealedTable table, String key) {
        List<Entry> history =
                entries.history(layouts.ids(table.name()), Set.of(key)).get(key);
        return history == null ? null : history.get(history.size() - 1);
    }

    private Layout newest(SealedTable table) {
        List<Integer> ids = layouts.ids(table.name());
        return layouts.byId().get(ids.get(ids.size() - 1));
    }

    private void found(SealedTable table, String key, Entry last, String now, Findings findings) {
        if (baselines.open().stream().anyMatch(pass -> pass.table().equals(table.name()))) {
            findings.note("表 " + table.name() + " 还在升级后的过渡期：旧版本节点写入的行没有封存，过渡期结束时补封");
        } else {
            findings.add(Words.row(table.name(), key), words(last, now));
        }
    }

    private static String words(Entry last, String now) {
        if (last == null) {
            return "不是由本系统写入的：没有任何封存记录";
        }
        String sealed = "（封存于第 " + last.block() + " 块第 " + last.position() + " 条）";
        if (last.isGone()) {
            return "本系统已删除的行又出现了" + sealed;
        }
        return (now.isEmpty() ? "已被删除，不是由本系统删除的" : "内容与封存时不同") + sealed;
    }
}
