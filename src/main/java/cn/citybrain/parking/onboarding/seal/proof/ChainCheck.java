package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Block;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.chain.Entry;
import cn.citybrain.parking.onboarding.seal.chain.EntryTable;
import cn.citybrain.parking.onboarding.seal.chain.Layout;
import cn.citybrain.parking.onboarding.seal.chain.Layouts;
import cn.citybrain.parking.onboarding.seal.chain.RunningHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Computes the chain anew and names the first entry that is not what the chain says. */
@Component
@Order(10)
class ChainCheck implements SealCheck {

    private static final int BLOCKS = 200;
    private static final int ENTRIES = 5000;

    private final BlockRange range;
    private final ChainTables chain;
    private final EntryTable entries;
    private final Layouts layouts;

    ChainCheck(BlockRange range, ChainTables chain, EntryTable entries, Layouts layouts) {
        this.range = range;
        this.chain = chain;
        this.entries = entries;
        this.layouts = layouts;
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        Findings findings = new Findings("哈希链");
        BlockRange.Range blocks = range.of(scope);
        Map<Integer, Layout> known = layouts.byId();
        RunningHash hash = new RunningHash(blocks.hash());
        long no = blocks.after();
        while (findings.isEmpty() && no < blocks.last()) {
            List<Block> page = page(no, blocks.last());
            if (page.isEmpty()) {
                findings.add("第 " + (no + 1) + " 块", "已不存在");
            }
            Deque<Entry> read = entriesOf(page);
            for (Block block : page) {
                no++;
                if (findings.isEmpty()) {
                    check(block, no, read, known, hash, findings);
                }
            }
        }
        return Optional.of(findings.result());
    }

    /** As many blocks as one look at the entries can hold. */
    private List<Block> page(long after, long last) {
        List<Block> page = new ArrayList<>();
        long sum = 0;
        for (Block block : chain.blocks(after, BLOCKS)) {
            sum += block.entries();
            if (block.no() <= last && (page.isEmpty() || sum <= ENTRIES)) {
                page.add(block);
            }
        }
        return page;
    }

    private Deque<Entry> entriesOf(List<Block> page) {
        int expected = page.stream().mapToInt(Block::entries).sum();
        return page.isEmpty()
                ? new ArrayDeque<>()
                : new ArrayDeque<>(entries.entries(
                        page.get(0).no() - 1,
                        Integer.MAX_VALUE,
                        page.get(page.size() - 1).no(),
                        expected + 1));
    }

    private void check(
            Block block, long no, Deque<Entry> read, Map<Integer, Layout> known, RunningHash hash, Findings findings) {
        if (block.no() != no) {
            findings.add("第 " + no + " 块", "已不存在");
            return;
        }
        for (int position = 1; position <= block.entries(); position++) {
            Entry entry = read.peek();
            if (entry == null || entry.block() != no || entry.position() != position) {
                findings.add("第 " + no + " 块第 " + position + " 条", "已不存在，或次序已变");
                return;
            }
            read.remove();
            findings.looked(1);
            Layout layout = known.get(entry.layoutId());
            if (layout == null || hash.entry(entry.kind(), layout, entry.key(), entry.state()) != entry.link()) {
                findings.add(Words.entry(entry, layout), "与哈希链不符：这一条或它之前被改动、插入或调换");
                return;
            }
        }
        if (read.peek() != null && read.peek().block() == no) {
            findings.add("第 " + no + " 块第 " + read.peek().position() + " 条", "不是入链时的条目");
        } else if (!hash.block(no, block.at(), block.entries()).equals(block.hash())) {
            findings.add("第 " + no + " 块", "块的时间、条数或封存值被改动");
        }
    }
}
