package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import java.time.LocalDate;
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
        return new Range(
                before.map(DaySeal::lastBlock).orElse(0L),
                before.map(DaySeal::hash).orElse(""),
                end(scope.to()).map(DaySeal::lastBlock).orElseGet(() -> chain.head()
                        .block()));
    }

    /** Empty for a day that is not sealed yet: what was written on it stands behind the last seal. */
    private Optional<DaySeal> end(LocalDate day) {
        boolean sealed = day != null
                && seals.last().filter(last -> !last.day().isBefore(day)).isPresent();
        return sealed ? seals.until(day) : Optional.empty();
    }
}
