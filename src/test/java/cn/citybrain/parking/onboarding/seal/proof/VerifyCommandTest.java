package cn.citybrain.parking.onboarding.seal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.SealScope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class VerifyCommandTest {

    private final Verification verification = mock(Verification.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void saysThatAllIsAsItWasAndEndsWithZero() {
        assertThat(run(new CheckResult("哈希链", 12, List.of(), List.of("一句说明")))).isZero();
        assertThat(said()).contains("✓ 哈希链：核对 12 项", "· 一句说明", "结论：一切与本系统写入时一致");
    }

    @Test
    void namesWhatIsNotAndEndsWithOne() {
        assertThat(run(
                        new CheckResult("哈希链", 12, List.of(), List.of()),
                        new CheckResult("表中的行", 3, List.of(new Finding("deduction 7", "内容与封存时不同")), List.of())))
                .isEqualTo(1);
        assertThat(said()).contains("✗ 表中的行：核对 3 项，发现 1 项", "✗ deduction 7：内容与封存时不同", "结论：发现改动");
    }

    @Test
    void looksAtSomeDaysOnlyWhereTheyAreNamed() {
        new VerifyCommand(verification, "2026-11-01", "", print()).run(null);
        ArgumentCaptor<SealScope> scope = ArgumentCaptor.forClass(SealScope.class);
        org.mockito.Mockito.verify(verification).run(scope.capture(), any());
        assertThat(scope.getValue()).isEqualTo(new SealScope(LocalDate.of(2026, 11, 1), null));
    }

    private int run(CheckResult... results) {
        when(verification.run(any(), any())).thenAnswer(call -> {
            Consumer<CheckResult> heard = call.getArgument(1);
            List.of(results).forEach(heard);
            return List.of(results);
        });
        VerifyCommand command = new VerifyCommand(verification, "", "", print());
        command.run(null);
        return command.getExitCode();
    }

    private PrintStream print() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
