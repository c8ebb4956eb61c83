package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.chain.BaselineTable;
import cn.citybrain.parking.onboarding.seal.chain.Block;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.chain.Facts;
import cn.citybrain.parking.onboarding.seal.chain.Head;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.key.SealKeys;
import cn.citybrain.parking.onboarding.seal.key.Signature;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Looks at seals without going through what they are about: a few statements and as many signatures as a page shows. */
@NamedInterface("services")
@Component
public class SealOverviews {

    private final DaySeals seals;
    private final ChainTables chain;
    private final Facts facts;
    private final BaselineTable baselines;
    private final SealKeys keys;

    SealOverviews(DaySeals seals, ChainTables chain, Facts facts, BaselineTable baselines, SealKeys keys) {
        this.seals = seals;
        this.chain = chain;
        this.facts = facts;
        this.baselines = baselines;
        this.keys = keys;
    }

    /** @param page from 1 */
    public SealOverview page(int page, int size) {
        return new SealOverview(
                seals.newest((page - 1L) * size, size).stream()
                        .map(seal -> new SealOverview.Row(seal, stands(seal)))
                        .toList(),
                seals.count(),
                page,
                size,
                end(),
                keys.publicKeys());
    }

    private boolean stands(DaySeal seal) {
        return keys.vouchFor(seal.text(), new Signature(seal.keyId(), seal.signature()))
                && isBlock(seal.lastBlock(), seal.hash());
    }

    private SealOverview.End end() {
        Head head = chain.head();
        boolean stands = head.block() == 0
                || keys.vouchFor(Head.text(head.block(), head.hash()), head.signature())
                        && isBlock(head.block(), head.hash());
        return new SealOverview.End(
                head.block(),
                chain.block(head.block()).map(Block::at).orElse(null),
                facts.count(),
                stands,
                baselines.open().stream().map(BaselineTable.Pass::table).toList());
    }

    private boolean isBlock(long no, String hash) {
        return chain.block(no).map(Block::hash).equals(Optional.of(hash));
    }
}
