package cn.citybrain.parking.onboarding.access.setup;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The first administrator would have a password that is guessed. Looked at when it is used, at the first start. */
final class WeakAdminPassword extends IllegalStateException {

    WeakAdminPassword(List<String> faults) {
        super("首位系统管理员的密码 (ONBOARDING_ADMIN_PASSWORD) 不符合要求: " + String.join("", faults));
    }

    /** Prints the reason instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<WeakAdminPassword> {

        @Override
        protected FailureAnalysis analyze(Throwable root, WeakAdminPassword cause) {
            return new FailureAnalysis(cause.getMessage(), "换一个密码后重新启动，没有建立任何账号。", cause);
        }
    }
}
