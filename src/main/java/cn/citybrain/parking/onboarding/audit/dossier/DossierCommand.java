package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.look.Looks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code --onboarding.dossiers.from=<day> --onboarding.dossiers.to=<day> --onboarding.dossiers.into=<folder>}: writes the
 * dossier of every application that was under way in that time, says what it did, and ends. Exit code 0: all are there; 2:
 * some could not be made, each with its reason; 3: the settings cannot be read or the folder cannot be written.
 */
@Component
@ConditionalOnProperty(DossierCommand.SETTING)
class DossierCommand implements ApplicationRunner, ExitCodeGenerator {

    static final String SETTING = "onboarding.dossiers.from";

    private static final int INCOMPLETE = 2;
    private static final int NOT_ASKED_RIGHT = 3;

    private final Dossiers dossiers;
    private final UnderWay applications;
    private final Looks looks;
    private final String from;
    private final String to;
    private final String into;
    private final PrintStream out = System.out;
    private int written;
    private int unchanged;
    private int failed;
    private int exitCode;

    DossierCommand(
            Dossiers dossiers,
            UnderWay applications,
            Looks looks,
            @Value("${" + SETTING + "}") String from,
            @Value("${onboarding.dossiers.to:}") String to,
            @Value("${onboarding.dossiers.into:}") String into) {
        this.dossiers = dossiers;
        this.applications = applications;
        this.looks = looks;
        this.from = from;
        this.to = to;
        this.into = into;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            Period period = Period.of(from, to);
            if (into.isBlank()) {
                throw new IllegalArgumentException("请用 onboarding.dossiers.into 指定存放卷宗的文件夹");
            }
            write(period, DossierFolder.at(Path.of(into)));
            out.printf("卷宗 %s 至 %s：写入 %d 份，未变 %d 份，失败 %d 份%n", from, to, written, unchanged, failed);
            exitCode = failed == 0 ? 0 : INCOMPLETE;
        } catch (IllegalArgumentException unreadable) {
            out.println(unreadable.getMessage());
            exitCode = NOT_ASKED_RIGHT;
        } catch (IOException unwritable) {
            out.println("无法写入文件夹 " + into + "：" + unwritable.getMessage());
            exitCode = NOT_ASKED_RIGHT;
        }
    }

    private void write(Period period, DossierFolder folder) throws IOException {
        List<String> some = applications.in(period, "");
        while (!some.isEmpty()) {
            for (String no : some) {
                write(no, folder);
            }
            some = applications.in(period, some.get(some.size() - 1));
        }
    }

    /** One that cannot be made keeps none of the others back. */
    private void write(String no, DossierFolder folder) throws IOException {
        try {
            Dossier dossier = dossiers.of(no);
            Measure measure = dossier.measure();
            if (folder.keep(dossier, measure) == DossierFolder.Outcome.WRITTEN) {
                looks.dossier(no, measure.sha256(), "system");
                written++;
            } else {
                unchanged++;
            }
            out.printf("  %s　%s%n", measure.sha256(), dossier.fileName());
        } catch (RuntimeException broken) {
            failed++;
            out.printf("  未完成 %s：%s%n", no, broken.getMessage());
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
