package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Block;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.chain.Entry;
import cn.citybrain.parking.onboarding.seal.chain.EntryTable;
import cn.citybrain.parking.onboarding.seal.chain.Head;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the end of the chain is the one that a node signed: what came since the last seal cannot be made anew without the key. */
@Component
@Order(20)
class HeadCheck implements SealCheck {

    private static final int SHOWN = 100;

    private final BlockRange range;
    private final ChainTables chain;
    private final EntryTable entries;
    private final SealKeys keys;
    private final TransactionTemplate transaction;

    HeadCheck(
            BlockRange range,
            ChainTables chain,
            EntryTable entries,
            SealKeys keys,
            PlatformTransactionManager transactions) {
        this.range = range;
        this.chain = chain;
        this.entries = entries;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        Findings findings = new Findings("链尾签名");
        transaction.executeWithoutResult(tx -> check(chain.lock(), findings));
        BlockRange.Range blocks = range.of(scope);
        entries.refused(blocks.after(), blocks.last(), SHOWN)
                .forEach(entry -> findings.add(Words.entry(entry, null), "有人直接写入了 seal_fact（没有本系统的密钥），其内容未被采信"));
        return Optional.of(findings.result());
    }

    private void check(Head head, Findings findings) {
        findings.looked(1);
        if (head.block() == 0) {
            findings.note("链中还没有条目");
        } else if (!keys.vouchFor(Head.text(head.block(), head.hash()), head.signature())) {
            findings.add("链尾（第 " + head.block() + " 块）", "签名无效");
        } else if (!chain.block(head.block()).map(Block::hash).equals(Optional.of(head.hash()))) {
            findings.add("第 " + head.block() + " 块", "与链尾的签名不符");
        }
        List<Entry> beyond = entries.entries(head.block(), Integer.MAX_VALUE, Long.MAX_VALUE, SHOWN);
        beyond.forEach(entry -> findings.add(Words.entry(entry, null), "不属于任何块"));
        chain.blocks(head.block(), SHOWN).forEach(block -> findings.add("第 " + block.no() + " 块", "在链尾之后"));
    }
}
