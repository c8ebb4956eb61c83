package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.SealScope;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code --onboarding.verify=all}: checks whether everything is as the product left it, says so line by line, and ends. With
 * {@code --onboarding.verify-from} and {@code -to} only what was written on these days. Exit code 0: it is; 1: something is
 * not, the first of it first.
 */
@Component
@ConditionalOnProperty(VerifyCommand.SETTING)
class VerifyCommand implements ApplicationRunner, ExitCodeGenerator {

    static final String SETTING = "onboarding.verify";

    private final Verification verification;
    private final SealScope scope;
    private final PrintStream out;
    private int exitCode;

    @Autowired
    VerifyCommand(
            Verification verification,
            @Value("${onboarding.verify-from:}") String from,
            @Value("${onboarding.verify-to:}") String to) {
        this(verification, from, to, System.out);
    }

    VerifyCommand(Verification verification, String from, String to, PrintStream out) {
        this.verification = verification;
        this.scope = new SealScope(day(from), day(to));
        this.out = out;
    }

    private static LocalDate day(String text) {
        return text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<CheckResult> results = verification.run(scope, this::tell);
        boolean sound = results.stream().allMatch(CheckResult::sound);
        out.println(sound ? "结论：一切与本系统写入时一致" : "结论：发现改动，见上面的 ✗ 行");
        exitCode = sound ? 0 : 1;
    }

    private void tell(CheckResult result) {
        out.println((result.sound() ? "✓ " : "✗ ") + result.check() + "：核对 " + result.looked() + " 项"
                + (result.sound() ? "" : "，发现 " + result.findings().size() + " 项"));
        result.findings().forEach(finding -> out.println("    ✗ " + finding.where() + "：" + finding.what()));
        result.notes().forEach(note -> out.println("    · " + note));
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
