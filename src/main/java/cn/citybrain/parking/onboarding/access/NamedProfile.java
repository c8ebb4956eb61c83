package cn.citybrain.parking.onboarding.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Nobody starts the product by accident: exactly one of {@code prod} and {@code demo} is named before anything else
 * happens, {@code demo} only where the demo is, in the demo jar, and {@code prod} only where it is not. The demo jar names it
 * by itself.
 */
public class NamedProfile implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String DEMO = "demo";
    private static final String PROD = "prod";
    private static final String OTHER_SIDE = "onboarding.simulator.embedded";
    /** What {@code DemoApplication} says of itself, whatever profile is named. */
    private static final String BESIDE = "onboarding.demo.beside";

    private static final String DEMO_JAR = "演示请启动文件名以 -demo.jar 结尾的安装包。";
    private static final String PRODUCTION =
            "正式运行请设置环境变量 SPRING_PROFILES_ACTIVE=prod，或加启动参数 --spring.profiles.active=prod。";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    /** Before the settings of production are looked at, and before a simulator starts. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    static void check(Environment environment) {
        if (of(environment).equals(DEMO) && !environment.containsProperty(OTHER_SIDE)) {
            throw new NotNamed("此安装包不含演示环境 (demo)，不能以 demo 启动。", DEMO_JAR + PRODUCTION);
        }
        if (of(environment).equals(PROD) && environment.getProperty(BESIDE, Boolean.class, false)) {
            throw new NotNamed("这是演示安装包，含模拟渠道、演示账号和公开的密钥，不能以 prod 启动。", "正式运行请启动文件名不带 -demo 的安装包。");
        }
    }

    /**
     * @return demo or prod
     * @throws IllegalStateException unless exactly one of the two is on
     */
    public static String of(Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of(DEMO));
        boolean prod = environment.acceptsProfiles(Profiles.of(PROD));
        if (demo && prod) {
            throw new NotNamed("同时指定了 demo 与 prod 两个运行环境，只能启用一个。", "请在 spring.profiles.active 中只保留一个。");
        }
        if (!demo && !prod) {
            throw new NotNamed("未指定运行环境: 必须启用 prod 或 demo 之一。", PRODUCTION + DEMO_JAR);
        }
        return demo ? DEMO : PROD;
    }

    /** It is not clear what is to be started. */
    static final class NotNamed extends IllegalStateException {

        private final String advice;

        NotNamed(String reason, String advice) {
            super(reason);
            this.advice = advice;
        }
    }

    /** Prints the reason instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotNamed> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NotNamed cause) {
            return new FailureAnalysis(cause.getMessage(), cause.advice, cause);
        }
    }
}
