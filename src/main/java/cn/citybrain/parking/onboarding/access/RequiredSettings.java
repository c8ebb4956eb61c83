package cn.citybrain.parking.onboarding.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** In production nothing is guessed: all of these come from the environment, and what is missing is named at once. */
public class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("ONBOARDING_PUBLIC_URL", "公网访问地址，https:// 开头");
        REQUIRED.put("ONBOARDING_DB_URL", "PostgreSQL 的 JDBC 地址");
        REQUIRED.put("ONBOARDING_DB_USER", "数据库用户");
        REQUIRED.put("ONBOARDING_DB_PASSWORD", "数据库密码");
        REQUIRED.put("ONBOARDING_ADMIN_USER", "首位系统管理员的用户名");
        REQUIRED.put("ONBOARDING_ADMIN_PASSWORD", "首位系统管理员的密码（仅首次启动使用）");
        REQUIRED.put("ONBOARDING_SMTP_HOST", "邮件服务器");
        REQUIRED.put("ONBOARDING_MAIL_FROM", "发件人地址");
        REQUIRED.put("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "当前加密密钥的编号");
        REQUIRED.put("ONBOARDING_ENCRYPTION_FINGERPRINT_KEY", "指纹密钥，Base64");
        REQUIRED.put("ONBOARDING_WECHATPAY_SP_MCHID", "微信支付服务商商户号");
        REQUIRED.put("ONBOARDING_WECHATPAY_SP_APPID", "微信支付服务商 AppID");
        REQUIRED.put("ONBOARDING_WECHATPAY_MERCHANT_SERIAL", "服务商 API 证书序列号");
        REQUIRED.put("ONBOARDING_WECHATPAY_PRIVATE_KEY", "服务商 API 私钥文件位置");
        REQUIRED.put("ONBOARDING_WECHATPAY_PUBLIC_KEY_ID", "微信支付公钥编号");
        REQUIRED.put("ONBOARDING_WECHATPAY_PUBLIC_KEY", "微信支付公钥文件位置");
        REQUIRED.put("ONBOARDING_WECHATPAY_API_V3_KEY", "APIv3 密钥");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            check(environment);
        }
    }

    static void check(Environment environment) {
        Map<String, String> missing = new LinkedHashMap<>(REQUIRED);
        String key = environment.getProperty("ONBOARDING_ENCRYPTION_ACTIVE_KEY", "");
        if (!key.isBlank()) {
            missing.put(
                    "ONBOARDING_ENCRYPTION_KEYS_" + key.toUpperCase(java.util.Locale.ROOT),
                    "编号为 " + key + " 的加密密钥，Base64");
        }
        missing.keySet().removeIf(name -> !environment.getProperty(name, "").isBlank());
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
        if (!environment.getProperty("ONBOARDING_PUBLIC_URL", "").startsWith("https://")) {
            throw new MissingSettings(Map.of("ONBOARDING_PUBLIC_URL", "公网访问地址必须以 https:// 开头"));
        }
    }

    /** Names every setting that is missing. */
    static final class MissingSettings extends IllegalStateException {

        private final transient Map<String, String> missing;

        MissingSettings(Map<String, String> missing) {
            super("prod 环境缺少配置: " + String.join(", ", missing.keySet()));
            this.missing = Map.copyOf(missing);
        }

        List<String> names() {
            return missing.keySet().stream().sorted().toList();
        }
    }

    /** Prints the list instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<MissingSettings> {

        @Override
        protected FailureAnalysis analyze(Throwable root, MissingSettings cause) {
            String list = cause.names().stream()
                    .map(name -> "  " + name + "  " + cause.missing.get(name))
                    .collect(Collectors.joining("\n"));
            return new FailureAnalysis("prod 环境缺少以下配置:\n" + list, "在环境变量中设置后重新启动。", cause);
        }
    }
}
