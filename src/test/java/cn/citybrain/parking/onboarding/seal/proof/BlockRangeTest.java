package cn.citybrain.parking.onboarding.seal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.ChainTables;
import cn.citybrain.parking.onboarding.seal.chain.Head;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.key.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockRangeTest {

    private static final LocalDate SEALED = LocalDate.of(2026, 11, 24);

    private final DaySeals seals = mock(DaySeals.class);
    private final ChainTables chain = mock(ChainTables.class);
    private final BlockRange range = new BlockRange(seals, chain);

    @BeforeEach
    void oneDayIsSealedAndTheChainGoesOn() {
        DaySeal seal = new DaySeal(1, SEALED, 1, 7, 20, "hash", "", Instant.EPOCH, "k", "s");
        when(seals.last()).thenReturn(Optional.of(seal));
        when(seals.until(SEALED)).thenReturn(Optional.of(seal));
        when(seals.until(SEALED.plusDays(1))).thenReturn(Optional.of(seal));
        when(chain.head()).thenReturn(new Head(9, "later", new Signature("k", "s")));
    }

    @Test
    void endsWithTheSealOfTheLastDay() {
        assertThat(range.of(new SealScope(null, SEALED)).last()).isEqualTo(7);
    }

    @Test
    void goesToTheEndOfTheChainWhereTheLastDayIsNotSealedYet() {
        assertThat(range.of(new SealScope(null, SEALED.plusDays(1))).last()).isEqualTo(9);
        assertThat(range.of(new SealScope(SEALED.plusDays(1), SEALED.plusDays(1))))
                .isEqualTo(new BlockRange.Range(7, "hash", 9));
    }

    @Test
    void goesToTheEndOfTheChainWhereNoLastDayIsNamed() {
        assertThat(range.of(SealScope.WHOLE)).isEqualTo(new BlockRange.Range(0, "", 9));
    }
}
