package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which blocks a scope is about. */
@Component
class BlockRange {

    private final DaySeals seals;
    private final ChainTables chain;

    BlockRange(DaySeals seals, ChainTables chain) {
        this.seals = seals;
        this.chain = chain;
    }

    /**
     * @param after the last block before, 0 for none
     * @param hash of it
     * @param last as of now: the chain goes on
     */
    record Range(long after, String hash, long last) {}

    /** A part begins where a seal says what came before. */
    Range of(SealScope scope) {
        Optional<DaySeal> before = scope.from() == null
                ? Optional.empty()
                : seals.until(scope.from().minusDays(1));
        Optional<DaySeal> end = scope.to() == null ? Optional.empty() : seals.until(scope.to());
        return new Range(
                before.map(DaySeal::lastBlock).orElse(0L),
                before.map(DaySeal::hash).orElse(""),
                end.map(DaySeal::lastBlock).orElseGet(() -> chain.head().block()));
    }
}
