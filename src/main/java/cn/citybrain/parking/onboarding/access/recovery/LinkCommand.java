package cn.citybrain.parking.onboarding.access.recovery;

import cn.citybrain.parking.onboarding.access.account.AccountProblem;
import cn.citybrain.parking.onboarding.access.account.PasswordLinks;
import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code --onboarding.link-for=<user name>}: prints a link behind which the person sets a password, and ends. For the only
 * administrator who has forgotten it and gets no mail. Exit code 0: printed; 3: there is no such account, or it is disabled.
 */
@Component
@ConditionalOnProperty(LinkCommand.SETTING)
class LinkCommand implements ApplicationRunner, ExitCodeGenerator {

    static final String SETTING = "onboarding.link-for";

    private static final int NO_ACCOUNT = 3;

    private final PasswordLinks links;
    private final String userId;
    private final PrintStream out = System.out;
    private int exitCode;

    LinkCommand(PasswordLinks links, @Value("${" + SETTING + "}") String userId) {
        this.links = links;
        this.userId = userId;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            String address = links.handOver(userId);
            out.println("请把链接交给 " + userId + " 本人，它只能使用一次：");
            out.println(address);
        } catch (AccountProblem problem) {
            out.println(problem.getMessage());
            exitCode = NO_ACCOUNT;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
