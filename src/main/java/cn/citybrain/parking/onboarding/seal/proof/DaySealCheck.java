package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Block;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import cn.citybrain.parking.onboarding.seal.key.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether each day's seal is signed, follows the one before, and is about the chain as it stands. */
@Component
@Order(30)
class DaySealCheck implements SealCheck {

    /** After so long a day that is over has its seal, if any node ran. */
    private static final Duration OVERDUE = Duration.ofHours(30);

    private final DaySeals seals;
    private final ChainTables chain;
    private final SealKeys keys;
    private final Clock clock;

    DaySealCheck(DaySeals seals, ChainTables chain, SealKeys keys, Clock clock) {
        this.seals = seals;
        this.chain = chain;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        Findings findings = new Findings("日封");
        long no = 0;
        long lastBlock = 0;
        String previous = "";
        for (DaySeal seal : seals.all()) {
            findings.looked(1);
            no++;
            if (seal.no() != no
                    || seal.firstBlock() != lastBlock + 1
                    || !seal.previous().equals(previous)) {
                findings.add(name(seal), "与前一日封不相接：中间的日封被删除、插入或调换");
            }
            check(seal, findings);
            no = seal.no();
            lastBlock = seal.lastBlock();
            previous = seal.signature();
        }
        List<Block> open = chain.blocks(lastBlock, 1);
        if (!open.isEmpty() && open.get(0).at().plus(OVERDUE).isBefore(clock.instant())) {
            findings.note("第 " + open.get(0).no() + " 块起（" + open.get(0).at() + "）还没有日封；有节点运行时每小时补封一次");
        }
        return Optional.of(findings.result());
    }

    private void check(DaySeal seal, Findings findings) {
        if (!keys.vouchFor(seal.text(), new Signature(seal.keyId(), seal.signature()))) {
            findings.add(name(seal), "签名无效，或密钥 " + seal.keyId() + " 不在 onboarding.seal 的配置中");
        } else if (!chain.block(seal.lastBlock()).map(Block::hash).equals(Optional.of(seal.hash()))) {
            findings.add(name(seal), "封存的是另一条链：第 " + seal.lastBlock() + " 块与签名时不同");
        }
    }

    private static String name(DaySeal seal) {
        return "日封 " + seal.day() + "（第 " + seal.no() + " 号）";
    }
}
